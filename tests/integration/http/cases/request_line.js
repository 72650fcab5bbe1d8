import {answer, answers, document, either, last as isLast, refused, status, taken} from '../expect.js';
import {get, kDocument, last, message, request, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const line = (text) => message(text, 'Host: a');
const rest = `${kDocument} HTTP/1.1`;

const kMalformed = [
  'GET', 'GET ', `GET ${kDocument}`, 'HTTP/1.1', `${kDocument} HTTP/1.1`, ` ${rest}`, `GET HTTP/1.1`,
  `GET ${kDocument} HTTP/1.1 x`, `GET ${kDocument} x HTTP/1.1`, `GET ${kDocument} http/1.1`, `GET ${kDocument} Http/1.1`,
  `GET ${kDocument} HTTP/1`, `GET ${kDocument} HTTP/11`, `GET ${kDocument} HTTP/1.10`, `GET ${kDocument} HTTP/1.`,
  `GET ${kDocument} HTTP/.1`, `GET ${kDocument} HTTP/ 1.1`, `GET ${kDocument} HTTP/1,1`, `GET ${kDocument} HTTP/1.1/`,
  `GET ${kDocument} HTTP/+1.1`, `GET ${kDocument} HTTP/-1.1`, `GET ${kDocument} HTTP/01.1`, `GET ${kDocument} HTTP/1.01`,
  `GET ${kDocument} HTTP/1.x`, `GET ${kDocument} HTTPS/1.1`, `GET ${kDocument} HTP/1.1`, `GET ${kDocument} XHTTP/1.1`,
  `GET ${kDocument} HTTP1.1`, `GET ${kDocument} HTTP 1.1`, `GET ${kDocument} \x00HTTP/1.1`, `GET ${kDocument} HTTP/1.1\x00`,
  `G\x00ET ${rest}`, `G\x7fET ${rest}`, `G\xc9T ${rest}`, `"GET" ${rest}`, `GET: ${rest}`, `G(T ${rest}`, `G/T ${rest}`,
  `G@T ${rest}`, `G[T ${rest}`, `G{T ${rest}`, `G=T ${rest}`, `G,T ${rest}`, `G;T ${rest}`, `G?T ${rest}`, `G\\T ${rest}`,
];

// RFC 9112 section 3 lets a reader take any of these for a space, or refuse it.
const kOddSpaces = [
  `GET  ${rest}`, `GET\t${rest}`, `GET ${kDocument}  HTTP/1.1`, `GET ${kDocument}\tHTTP/1.1`, `GET ${rest} `, `GET ${rest}\t`,
  `GET\x0b${rest}`, `GET\x0c${rest}`, `GET ${kDocument}\x0bHTTP/1.1`, ` GET ${rest}`, `\tGET ${rest}`,
];

const kNoHttp = [
  ['\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03\r\n\r\n', 'the beginning of TLS'],
  ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'the beginning of HTTP/2'],
  ['SSH-2.0-OpenSSH_9.2\r\n\r\n', 'the beginning of SSH'],
  ['\x00\x00\x00\x00\r\n\r\n', 'zeros'],
  ['{"jsonrpc":"2.0"}\r\n\r\n', 'JSON'],
  ['HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', 'an answer'],
  [': \r\n\r\n', 'a colon'],
  ['Host: a\r\n\r\n', 'fields without a request line'],
];

const kMethods = [
  'get', 'Get', 'X', 'PROPFIND', 'MKCOL', 'PURGE', 'BREW', 'GETT', 'GET1', 'XGET', 'HEADS', 'OPTIONSX', '!#$%&\'*+-.^_`|~',
];

export default [
  must('9110 9.1', 'GET is answered', [get(), last], answers(document, isLast)),
  must('9110 9.1', 'HEAD is answered', [request(`HEAD ${rest}`), last], answers(document, isLast), {methods: ['HEAD']}),
  ...table(kMalformed, (text) => should('9112 3', `the request line ${shown(text)} is refused`, line(text),
    either(refused(400, 501, 505), refused(301)))),
  ...table(kOddSpaces, (text) => should('9112 3', `odd spaces in ${shown(text)} are spaces, or refused`, [line(text), last],
    either(refused(400), answers(document, isLast)))),
  ...table(kNoHttp, (bytes, what) => should('9112 2.2', `${what} is no request and refused`, bytes, refused(400, 405, 501, 505))),
  should('9112 2.2', 'an empty line before the request is passed over', ['\r\n', get(), last], answers(document, isLast)),
  should('9112 2.2', 'an empty line in the same segment is passed over', [`\r\n${get()}${last}`], answers(document, isLast)),
  should('9112 2.2', 'an empty line between two requests is passed over', `${get()}\r\n${last}`, answers(document, isLast)),
  ...table([' X: y', '\tX: y', '  ', ' Host: b', ' Content-Length: 50', '\tTransfer-Encoding: chunked'], (text) =>
    must('9112 2.2', `the line ${shown(text)} between request line and fields is refused or passed over`,
    message(`GET ${rest}`, text, 'Host: a') + last, either(refused(400), answers(document, isLast)))),
  ...table(['HTTP/1.2', 'HTTP/1.9'], (version) =>
    should('9110 2.5', `${version} is understood as HTTP/1.1`, [line(`GET ${kDocument} ${version}`), last],
    answers(document, isLast))),
  ...table(['HTTP/2.0', 'HTTP/2.1', 'HTTP/3.0', 'HTTP/9.9'], (version) =>
    should('9110 15.6.6', `${version} is a version that is not supported`, line(`GET ${kDocument} ${version}`), refused(505))),
  should('9110 15.6.6', 'HTTP/0.9 is refused', line(`GET ${kDocument} HTTP/0.9`), refused(400, 505)),
  should('9110 6.2', 'HTTP/1.0 is answered with the version of the server', line(`GET ${kDocument} HTTP/1.0`),
    answer(document, ({version}) => status('HTTP/1.1')({status: version}))),
  ...table(kMethods, (method) => should('9110 9.1', `the method ${shown(method)} is not implemented`,
    request(`${method} ${rest}`, 'Connection: close'), refused(501))),
  ...table([200, 10_000, 20_000, 100_000], (size) => should('9112 3', `a method of ${size} octets is not implemented`,
    request(`${'A'.repeat(size)} ${rest}`), refused(501))),
  should('9112 3', 'a request line of 8,000 octets is read',
    [request(`GET ${`${kDocument}?x=`.padEnd(8000 - 15, 'x')} HTTP/1.1`), last], answers(document, isLast)),
  ...table([10_000, 20_000, 100_000], (size) =>
    must('9112 3', `a target of ${size} octets is too long`, request(`GET /${'x'.repeat(size)} HTTP/1.1`), refused(414))),
  must('9110 9.1', 'a method in an unknown case is no GET', request(`get ${rest}`, 'Connection: close'),
    answers(({status: each}) => status(400, 405, 501)({status: each}))),
  ...table(['POST', 'PUT', 'DELETE', 'PATCH'], (method) =>
    must('9112 6', `${method} without content is a whole request`, [request(`${method} ${rest}`), last], answers(taken, isLast))),
];
