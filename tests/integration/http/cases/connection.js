import {answers, assert, document, dropped, eachAnswer, either, every, hidden as isHidden, last as isLast, large, refused,
  status} from '../expect.js';
import {get, get10, head, hidden, kChunked, kDocument, kHidden, kLarge, kMissing, kRedirect, last, message, request} from '../bytes.js';
import {halfClose, untilAnswered} from '../../support/conversation.js';
import {must, should, table} from '../case.js';

const others = {[kDocument]: document, [kHidden]: isHidden, [kLarge]: large, [kMissing]: status(404), [kRedirect]: status(301, 302,
  307, 308)};
const ask = (path, method = 'GET') => request(`${method} ${path} HTTP/1.1`);
const closes = ({answers: all}) => assert.ok(all.at(-1)?.list('Connection').includes('close'), 'the last answer does not say close');
const mixed = Array.from({length: 50}, (_, i) => Object.keys(others)[i % 5]);

const kClose = [
  'close', 'Close', 'CLOSE', 'close, x', 'x, close', 'x,close', ', close', 'close,', ' close ', 'keep-alive, close',
  'close, keep-alive', 'x ,\tclose\t, y',
];
const kNoClose = ['keep-alive', 'Keep-Alive', 'x', 'closed', 'xclose', 'close-x', 'x-close', '', ',', 'Upgrade', 'TE'];

export default [
  must('9112 9.3', 'a connection stays open for the next request', [get(), untilAnswered(1), get(), untilAnswered(2), last],
    answers(document, document, isLast)),
  ...table(kNoClose, (value) => should('9112 9.3', `Connection: "${value}" leaves the connection open`,
    get(`Connection: ${value}`) + last, answers(document, isLast))),
  ...table(kClose, (value) => [
    must('9112 9.6', `Connection: "${value}" closes, and no further request is answered`, get(`Connection: ${value}`) + hidden,
      answers(document)),
    should('9112 9.6', `the answer to Connection: "${value}" says close`, get(`Connection: ${value}`), every(answers(document),
      closes)),
  ]),
  must('9112 9.6', 'close in the second of two fields closes', get('Connection: x', 'Connection: close') + hidden, answers(document)),
  must('9112 9.6', 'close closes after content', get('Connection: close', 'Content-Length: 5') + 'hello' + hidden, answers(document)),
  must('9112 9.6', 'close closes after HEAD', head('Connection: close') + hidden, answers(document), {methods: ['HEAD']}),
  must('9112 9.6', 'close closes after 404', request(`GET ${kMissing} HTTP/1.1`, 'Connection: close') + hidden, answers(status(404))),
  must('9112 9.6', 'a large answer is whole before the connection closes', request(`GET ${kLarge} HTTP/1.1`, 'Connection: close'),
    answers(large)),
  must('9112 9.3', 'HTTP/1.0 closes after its answer', get10() + hidden, answers(document)),
  must('9112 9.3', 'HTTP/1.0 without Host closes after its answer', message(`GET ${kDocument} HTTP/1.0`) + hidden, answers(document)),
  must('9112 9.3', 'HTTP/1.0 with close closes after its answer', get10('Connection: close') + hidden, answers(document)),
  ...table(['keep-alive', 'Keep-Alive', 'x, keep-alive'], (value) =>
    should('9112 9.3', `HTTP/1.0 with Connection: "${value}" stays open`, get10(`Connection: ${value}`) + last,
    answers(document, isLast))),
  should('9112 C.2.2', 'the answer to HTTP/1.0 with keep-alive says keep-alive', get10('Connection: keep-alive') + last,
    ({answers: [first]}) => assert.ok(first?.list('Connection').includes('keep-alive'), 'the answer does not say keep-alive')),
  must('9112 6.1', 'HTTP/1.0 is answered without Transfer-Encoding', message(`GET ${kLarge} HTTP/1.0`),
    every(answers(large), eachAnswer((each) => assert.deepEqual(each.all('Transfer-Encoding'), [])))),
  ...table([2, 10, 100, 500], (count) => must('9112 9.3.2', `${count} requests in one segment are answered in order`,
    get().repeat(count) + last, answers(...Array(count).fill(document), isLast))),
  must('9112 9.3.2', 'different requests in one segment are answered in their order',
    mixed.map((path) => ask(path)).join('') + last, answers(...mixed.map((path) => others[path]), isLast)),
  must('9112 9.3.2', 'different requests in segments of their own are answered in their order',
    [...mixed.map((path) => ask(path)), last], answers(...mixed.map((path) => others[path]), isLast)),
  must('9112 9.3.2', 'large answers do not overtake small ones', (ask(kLarge) + get()).repeat(5) + last,
    answers(...Array(5).fill([large, document]).flat(), isLast)),
  must('9112 9.3.2', 'HEAD and GET in turn are answered in their order', (head() + get()).repeat(10) + last,
    answers(...Array(20).fill(document), isLast), {methods: Array.from({length: 20}, (_, i) => (i % 2 ? 'GET' : 'HEAD'))}),
  must('9112 9.3.2', 'requests with content and without in turn are answered in their order',
    (get('Content-Length: 5') + 'hello' + get() + get(kChunked) + '5\r\nhello\r\n0\r\n\r\n').repeat(5) + last,
    answers(...Array(15).fill(document), isLast)),
  must('9112 9.3.2', 'requests cut in the middle are answered in their order',
    [get() + get().slice(0, 20), get().slice(20) + get() + last], answers(document, document, document, isLast)),
  must('9112 9.3.2', 'what comes before a broken request is answered', get().repeat(3) + 'x\r\n\r\n' + hidden,
    answers(document, document, document, status(400, 405, 501))),
  must('9112 9.6', 'nothing behind a request that closes is answered', get() + get('Connection: close') + hidden.repeat(20),
    answers(document, document)),
  must('9112 9.3.2', 'OPTIONS does not stop those behind it', ask(kDocument, 'OPTIONS') + get() + last,
    answers(status(200, 204, 405), document, isLast), {methods: ['OPTIONS']}),
  ...table(['POST', 'PUT', 'DELETE'], (method) =>
    should('9112 9.3', `${method} that is not allowed leaves the connection open`, ask(kDocument, method) + last,
    answers(status(403, 404, 405), isLast), {methods: [method]})),
  should('9112 9.3', '404 leaves the connection open', ask(kMissing) + last, answers(status(404), isLast)),
  should('9112 9.5', 'a client that half-closes is answered', [get(), halfClose], answers(document)),
  should('9112 9.5', 'a client that half-closes after several requests is answered', [get() + get() + ask(kLarge), halfClose],
    answers(document, document, large)),
  should('9112 9.5', 'a client that half-closes between requests is let go', [get(), untilAnswered(1), halfClose], answers(document)),
  should('9112 9.5', 'a client that only half-closes is let go', [halfClose], dropped(400)),
  ...table([['GET / HTTP/1.1\r\n\r\n', 'no Host'], ['x\r\n\r\n', 'no request line'],
    [request('GET / HTTP/1.1', 'X : y'), 'a bad field'], [request('GET / HTTP/1.1', 'Content-Length: x'), 'a bad length'],
    [request('GET / HTTP/1.1', 'Transfer-Encoding: x'), 'a bad coding']], (bytes, what) =>
    should('9112 9.6', `the answer to ${what} says close`, bytes, closes)),
  should('9112 9.6', 'a refusal can be read although content follows',
    request('POST / HTTP/1.1', 'Content-Length: 10000000000') + 'x'.repeat(100_000), refused(413)),
  should('9112 9.6', 'a refusal can be read although requests follow', 'x\r\n\r\n' + get().repeat(200), refused(400, 405, 501)),
  should('9112 9.5', 'a head that does not come to its end is let go', `GET ${kDocument} HTTP/1.1\r\nHost:`, dropped(408)),
  should('9112 9.5', 'content that does not come to its end is let go', get('Content-Length: 5') + 'hel',
    either(refused(408), answers(document))),
];
