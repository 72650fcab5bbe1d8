import {answer, answers, document, last as isLast, refused, status} from '../expect.js';
import {kDocument, last, message, request, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const ask = (target, method = 'GET') => request(`${method} ${target} HTTP/1.1`);
const closing = (target, method = 'GET') => request(`${method} ${target} HTTP/1.1`, 'Connection: close');

const kAbsolute = [
  `http://a${kDocument}`, `HTTP://a${kDocument}`, `hTtP://a${kDocument}`, `http://A${kDocument}`, `http://a:80${kDocument}`,
  `http://a:${kDocument}`, `http://a.example${kDocument}`, `http://127.0.0.1:8080${kDocument}`, `http://[::1]${kDocument}`,
  `http://[::1]:80${kDocument}`, `http://a${kDocument}?x=y`, `http://a${kDocument}?`,
];

// What a URI cannot hold. Clients send the visible ones and those above ASCII as they are in a query: URL Standard, "query
// percent-encode set", and programs that do not encode at all.
const kControls = ['\x00', '\x01', '\x08', '\x0b', '\x0c', '\x0e', '\x1b', '\x1f', '\x7f'];
const kRaw = [...'"<>\\^`{|}', '\x80', '\xa0', '\xc3', '\xc3\xa9', '\xe2\x80\xa8', '\xff'];

const kNoForm = ['v1/rights', 'rights', 'a:80', 'a/v1/rights', '?x', '*/', '**', '.', 'mailto:a@a', 'http:/v1/rights', 'http:'];

export default [
  ...table(kAbsolute, (target) => must('9112 3.2.2', `the absolute form ${target} is accepted`, [ask(target), last],
    answers(document, isLast))),
  ...table(['b', 'b:8080', 'b.example'], (host) =>
    must('9112 3.2.2', `Host ${host} is ignored beside an absolute form`,
    message(`GET http://a${kDocument} HTTP/1.1`, `Host: ${host}`) + last, answers(document, isLast))),
  must('9112 3.2.2', 'the absolute form is accepted in HTTP/1.0', message(`GET http://a${kDocument} HTTP/1.0`), answer(document)),
  must('9112 3.2.2', 'the absolute form without a path is the root',
    [closing('/'), closing('http://a')].join('').replace('Connection: close\r\n', ''), (seen, site) =>
    answers(status(seen.answers[0]?.status), status(seen.answers[0]?.status))(seen, site)),
  must('9112 3.2.2', 'the absolute form without a path and with a query is the root',
    closing('/?x=y').replace('Connection: close\r\n', '') + closing('http://a?x=y'), (seen, site) =>
    answers(status(seen.answers[0]?.status), status(seen.answers[0]?.status))(seen, site)),
  must('9112 3.2', 'the absolute form does not replace Host', message(`GET http://a${kDocument} HTTP/1.1`), refused(400)),
  ...table([`http://${kDocument}`, `http://:80${kDocument}`, `http:///`, 'http://', `https://${kDocument}`, 'http://?x'],
    (target) => must('9110 4.2.1', `the URI ${target} without a host is refused`, ask(target), refused(400))),
  ...table([`https://a${kDocument}`, `HTTPS://a${kDocument}`, `https://a:443${kDocument}`, 'https://a'], (target) =>
    must('9110 7.4', `the URI ${target} is refused where there is no TLS`, ask(target), refused(400, 421))),
  ...table([`http://user@a${kDocument}`, `http://user:pass@a${kDocument}`, `http://@a${kDocument}`, `http://a@b@c${kDocument}`],
    (target) => should('9110 4.2.4', `the URI ${target} with a user is refused`, ask(target), refused(400))),
  ...table([`http://a b${kDocument}`, `http://a\\b${kDocument}`, `http://a:b${kDocument}`, `http://[::1${kDocument}`,
    `http://a:80:80${kDocument}`], (target) =>
    should('9112 3.2', `the URI ${shown(target)} is none and refused`, ask(target), refused(400))),
  ...table(['a:80', 'a', '127.0.0.1:80', '[::1]:80'], (target) =>
    should('9112 3.2.3', `the authority form ${target} is refused with GET`, ask(target), refused(400))),
  ...table(['', 'a:', ':80', 'a:x', kDocument], (target) =>
    must('9110 9.3.6', `CONNECT to ${target || 'nothing'} is refused`, ask(target, 'CONNECT'), refused(400, 404, 405, 501))),
  ...table(['GET', 'HEAD', 'POST'], (method) =>
    should('9112 3.2.4', `the asterisk form is refused with ${method}`, ask('*', method), refused(400, 405), {methods: [method]})),
  should('9112 3.2.4', 'the asterisk form is understood with OPTIONS', closing('*', 'OPTIONS'), answer(status(200, 204, 405, 501))),
  ...table(kNoForm, (target) => should('9112 3.2', `the target ${target} has no form that HTTP knows and is refused`, ask(target),
    refused(400))),
  ...table(kControls, (c) =>
    should('9112 3.2', `a query with ${shown(c)} is refused`, ask(`${kDocument}?x=${c}`), refused(400))),
  ...table([...kControls, ...kRaw], (c) =>
    should('9112 3.2', `a path with ${shown(c)} is refused`, ask(`${kDocument}${c}?x`), refused(400))),
  ...table(kRaw, (c) => should('9110 4.1', `a query with ${shown(c)}, as clients send it, is answered`,
    [ask(`${kDocument}?x=${c}y`), last], answers(document, isLast))),
  ...table(kRaw, (c) => should('9110 4.1', `a query with ${shown(c)} is answered in absolute form`,
    [ask(`http://a${kDocument}?${c}`), last], answers(document, isLast))),
  should('9112 3.2', 'a query with a fragment is refused', ask(`${kDocument}?x#top`), refused(400)),
  should('9112 3.2', 'a target with a fragment is refused', ask(`${kDocument}#top`), refused(400)),
  should('9112 3.2', 'an absolute form with a fragment is refused', ask(`http://a${kDocument}#top`), refused(400)),
  ...table([`${kDocument.replace('r', '%72')}`, `/%76%31${kDocument.slice(3)}`], (target) =>
    should('9110 4.2.3', `${target} is the same as ${kDocument}`, [ask(target), last], answers(document, isLast))),
  must('9110 4.2.3', 'paths that differ in case differ', closing(kDocument.toUpperCase()), answer(status(404))),
  ...table(['/%', '/%4', '/%zz', `${kDocument}%`, `http://a${kDocument}/%g0`], (target) =>
    should('9112 3.2', `the path of ${target} is none and refused`, ask(target), refused(400))),
  ...table(['/%00', '/%c0%ae%c0%ae/', '/..%2f..%2fetc/passwd', '/../../etc/passwd', '/.%2e/.%2e/etc/passwd',
    '//etc/passwd'], (target) => must('9110 17.3', `${target} leads to no file`, closing(target),
    answer(status(301, 308, 400, 404)))),
  ...table(["!$&'()*+,;=:@-._~/?%20", '[]'.replace('[]', '%5B%5D'), 'a=b&c=d'], (query) =>
    must('9112 3.2.1', `the query ${query} may be there`, [ask(`${kDocument}?${query}`), last], answers(document, isLast))),
];
