// Requests within requests: whatever one reader may take for a request and another for a part of one.
import {answers, document, either, every, last as isLast, nothingHidden, refused, status, taken} from '../expect.js';
import {get, head, hidden, kChunked, kDocument, kHidden, last, length, message, request, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const kLineFeeds = [
  ['every line', `GET ${kDocument} HTTP/1.1\nHost: a\n\n`],
  ['the request line', `GET ${kDocument} HTTP/1.1\nHost: a\r\n\r\n`],
  ['a field', `GET ${kDocument} HTTP/1.1\r\nHost: a\nX: y\r\n\r\n`],
  ['the last field', `GET ${kDocument} HTTP/1.1\r\nHost: a\n\r\n`],
  ['the empty line', `GET ${kDocument} HTTP/1.1\r\nHost: a\r\n\n`],
  ['nothing but the empty line and the last field', `GET ${kDocument} HTTP/1.1\r\nHost: a\n\n`],
];

const kReturns = [
  `GET ${kDocument} HTTP/1.1\rHost: a\r\r`, `GET ${kDocument} HTTP/1.1\rHost: a\r\n\r\n`,
  `GET ${kDocument} HTTP/1.1\r\nHost: a\rX: y\r\n\r\n`, `GET ${kDocument} HTTP/1.1\r\nHost: a\r\r\n\r\n`,
  `GET ${kDocument} HTTP/1.1\r\r\nHost: a\r\n\r\n`, `GET\r${kDocument} HTTP/1.1\r\nHost: a\r\n\r\n`,
  `\rGET ${kDocument} HTTP/1.1\r\nHost: a\r\n\r\n`, `GET ${kDocument} HTTP/1.1\r\nHost: a\r\n\r\r\n\r\n`,
];

const repeated = (text, size) => text.repeat(Math.floor(size / text.length));

const kBehind = [
  'x', 'GET', ' ', '\x00', '\r', '\n', '\r\n\r', 'x\r\n\r\n', '0\r\n\r\n', '\x16\x03\x01',
  'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', `${'x'.repeat(1000)}\r\n\r\n`,
];

export default [
  ...table(kLineFeeds.map(([what, bytes]) => [bytes, what]), (bytes, what) =>
    must('9112 2.2', `line feeds alone that end ${what} are refused or line ends`, [bytes, last],
    either(refused(400), answers(document, isLast)))),
  ...table(kReturns, (bytes) => must('9112 2.2', `the carriage returns in "${shown(bytes)}" end no line`, [bytes, last],
    every(nothingHidden, either(refused(400), answers(document, isLast), answers(document, status(400)))))),
  ...table(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'], (method) => [
    must('9112 9.3', `${method} whose content is a request hides no request`, request(`${method} ${kDocument} HTTP/1.1`,
      length(hidden)) + hidden + last,
      every(nothingHidden, either(answers(taken, isLast), answers(taken), refused(400))), {methods: [method]}),
    must('9112 9.3', `${method} whose chunks are a request hides no request`, request(`${method} ${kDocument} HTTP/1.1`,
      kChunked) + `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n${last}`,
      every(nothingHidden, either(answers(taken, isLast), answers(taken), refused(400))), {methods: [method]}),
  ]),
  ...table([100_000, 1_000_000], (size) =>
    must('9112 9.3', `${size} octets of content that is requests hide no request`,
    get(length(repeated(hidden, size))) + repeated(hidden, size) + last, every(nothingHidden, either(refused(400, 413), answers(document), answers(document, isLast))))),
  ...table([['Upgrade: h2c', 'Connection: Upgrade, HTTP2-Settings', 'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA'],
    ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']].map((lines) => [lines]), (lines) =>
    must('9110 7.8', `${lines[0]} opens no other protocol`, get(...lines) + last, answers(document, isLast))),
  ...table(kBehind, (bytes) => must('9112 9.3', `"${shown(bytes).slice(0, 40)}" behind a request that closes is not read`,
    get('Connection: close') + bytes + hidden, every(nothingHidden, answers(document)))),
  ...table(kBehind.filter((bytes) => /\r\n\r\n$/.test(bytes)), (bytes) =>
    should('9112 2.2', `"${shown(bytes).slice(0, 40)}" behind a request is refused, and nothing behind it is read`,
    get() + bytes + hidden, every(nothingHidden, answers(document, status(400, 405, 501))))),
  ...table(['X-HTTP-Method-Override: DELETE', 'X-HTTP-Method: PUT', 'X-Original-URL: /v1/problems/not-found',
    `X-Rewrite-URL: ${kHidden}`, 'X-Forwarded-Host: b', 'X-Forwarded-For: 127.0.0.1', 'Forwarded: for=a', 'REMOTE_ADDR: 127.0.0.1',
    'LOCAL_PORT: 1', 'Proxy-Connection: close', 'Keep-Alive: timeout=0', 'Max-Forwards: 0', 'Proxy: http://b',
    'Content-Encoding: gzip', 'Content-Type: multipart/form-data', 'HTTP2-Settings: x'], (line) =>
    must('9110 5.1', `"${line}" changes nothing`, get(line) + last, answers(document, isLast))),
  must('9112 9.3.2', 'HEAD whose answer tells a length hides nothing of the next answer', head() + get() + last,
    answers(document, document, isLast), {methods: ['HEAD']}),
  must('9112 3.2.2', 'an absolute form with another host hides no request',
    message(`GET http://b${kDocument} HTTP/1.1`, 'Host: a', length(hidden)) + hidden + last, answers(document, isLast)),
  ...table([' ', '\t', '\r\n ', '\x00', '\x0b'], (c) =>
    must('9112 3', `a target with "${shown(c)}" hides no request line`,
    `GET ${kDocument}${c}HTTP/1.1${c}Host: a${c}GET ${kHidden} HTTP/1.1\r\nHost: a\r\n\r\n${last}`,
    every(nothingHidden, either(refused(400, 505), answers(status(404)))))),
];
