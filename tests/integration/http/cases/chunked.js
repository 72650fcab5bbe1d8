import {answers, document, last as isLast, refused, taken} from '../expect.js';
import {chunk, chunks, get, hidden, kChunked, kDocument, last, request, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const sound = answers(document, isLast);
const body = (text) => get(kChunked) + text + last;

const kSound = [
  ['no chunk', '0\r\n\r\n'],
  ['one chunk', chunks('hello')],
  ['several chunks', chunks('a', 'bc', 'def')],
  ['a chunk of 10,000 octets', chunks('x'.repeat(10_000))],
  ['a hundred chunks of one octet', chunks(...'x'.repeat(100))],
  ['chunks that hold a request', chunks(hidden, hidden)],
  ['chunks that hold the end of chunks', chunks('0\r\n\r\n', '\r\n0\r\n\r\n')],
  ['a size in capitals', 'A\r\n0123456789\r\n0\r\n\r\n'],
  ['a size in small letters', 'a\r\n0123456789\r\n0\r\n\r\n'],
  ['a size with a zero before it', '05\r\nhello\r\n0\r\n\r\n'],
  ['a size with many zeros before it', `${'0'.repeat(40)}5\r\nhello\r\n0\r\n\r\n`],
  ['a last chunk of many zeros', `5\r\nhello\r\n${'0'.repeat(40)}\r\n\r\n`],
  ['a last chunk of several zeros', '5\r\nhello\r\n000\r\n\r\n'],
];

const kExtensions = [
  ';a', ';a=b', ';a="b"', ';a=b;c=d', ';a;b;c', ';a="b c"', ';a="\\""', ';a=";"', ';a="b;c=d"', ';a=""', ` ;a=b`, `; a=b`,
  ';a =b', ';a= b', '\t;\ta\t=\tb', `;a=${'b'.repeat(1000)}`,
];

const kTrailers = [
  'X: y', 'X:', 'X: y\r\nZ: a', 'Content-Length: 5', 'Content-Length: 100', 'Transfer-Encoding: chunked', 'Host: b',
  'Connection: keep-alive', 'Trailer: X', 'Authorization: a', 'Content-MD5: a',
];

export default [
  ...table(kSound, (what, bytes) => must('9112 7.1', `${what} can be read`, body(bytes), sound)),
  ...table(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'], (method) =>
    must('9112 7.1', `${method} may be chunked`, request(`${method} ${kDocument} HTTP/1.1`, kChunked) + chunks(hidden) + last,
    answers(taken, isLast), {methods: [method]})),
  ...table(['Chunked', 'CHUNKED', 'cHuNkEd'], (coding) =>
    must('9112 7', `${coding} is chunked`, get(`Transfer-Encoding: ${coding}`) + chunks(hidden) + last, sound)),
  ...table(['Transfer-Encoding:chunked', 'transfer-encoding: chunked', 'TRANSFER-ENCODING:  chunked',
    'Transfer-Encoding: \t chunked \t '], (line) =>
    must('9112 5', `"${shown(line)}" is chunked`, get(line) + chunks(hidden) + last, sound)),
  ...table(kExtensions, (extension) => must('9112 7.1.1', `the chunk extension "${shown(extension).slice(0, 40)}" is ignored`,
    body(`5${extension}\r\nhello\r\n0${extension}\r\n\r\n`), sound)),
  ...table(kTrailers, (lines) => must('9112 7.1.2', `the trailer "${shown(lines)}" ends the content and changes nothing`,
    body(`5\r\nhello\r\n0\r\n${lines}\r\n\r\n`), sound)),
  must('9112 7.1', 'chunks in pieces of one octet can be read', [get(kChunked), ...chunks('hello', hidden), last], sound),
  must('9112 7.1', 'chunks in segments of their own can be read',
    [get(kChunked), chunk('hello'), chunk(hidden), '0\r\n', '\r\n', last], sound),
  must('9112 7.1', 'chunked requests can be pipelined',
    body(chunks(hidden)).replace(last, '') + get(kChunked) + chunks(hidden) + last, answers(document, document, isLast)),
  ...table(['gzip, chunked', 'deflate, chunked', 'compress, chunked', 'x, chunked', 'gzip,chunked'], (coding) =>
    should('9112 6.1', `Transfer-Encoding: ${coding} is not implemented`,
    get(`Transfer-Encoding: ${coding}`) + chunks(hidden) + last, refused(501))),
  ...table(['gzip', 'identity', 'deflate', 'x', 'xchunked', 'chunkedx', 'chunked, gzip', 'chunked, identity', 'chunked, x'],
    (coding) => must('9112 6.3', `Transfer-Encoding: ${coding}, which does not end with chunked, is refused`,
    get(`Transfer-Encoding: ${coding}`) + chunks(hidden) + last, refused(400))),
  must('9110 10.1.4', 'TE of a client changes nothing', get('TE: trailers, deflate;q=0.5', 'Connection: TE') + last, sound),
];
