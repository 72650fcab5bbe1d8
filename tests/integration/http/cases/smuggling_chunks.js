// Chunks as an attacker writes them: RFC 9112 sections 7.1 and 11.2. A reader that goes on where the framing is broken
// finds the hidden request; so each is refused, and the connection closed.
import {answers, document, dropped, either, every, last as isLast, nothingHidden, refused} from '../expect.js';
import {chunk, get, hidden, kChunked, last, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const n = hidden.length.toString(16);
const body = (text) => get(kChunked) + text + last;
const end = '0\r\n\r\n';

const kSizes = [
  `0x${n}`, `0X${n}`, `+${n}`, `-${n}`, '-1', '+0', '-0', ` ${n}`, `\t${n}`, `  ${n}`, `${n}g`, `g${n}`, 'g', '', ' ',
  `${n}.0`, `${n},${n}`, `${n}_`, `_${n}`, `${n}:`, `${n}=`, `"${n}"`, `'${n}'`, `${n}h`, `h${n}`, `#${n}`, `$${n}`, `%${n}`,
  `\\x${n}`, `${n} ${n}`, `${n}\t${n}`, `${n} x`, `(${n})`, `{${n}}`, `${n}/2`, `${n}*1`, `\x00${n}`, `${n}\x00`, `\x0b${n}`,
  `${n}\x0b`, `\x0c${n}`, `${n}\x0c`, `\xa0${n}`, `${n}\xa0`, `${n}\x7f`, `\xef\xbc\x90`, `\xd9\xa0`, `${n}\r`, `\r${n}`, `x`,
  `chunk`, `0x`, `0x0`, `z0`,
];

// Larger than any machine's word; cut to a word of 32 or 64 bits they are the hidden request's length, or nothing.
const kHuge = [
  `1${n.padStart(8, '0')}`, `1${n.padStart(16, '0')}`, '100000000', '10000000000000000', 'ffffffff', 'ffffffffffffffff',
  'fffffffffffffffe', '7fffffffffffffff', '8000000000000000', `8${n.padStart(15, '0')}`, `f${n.padStart(31, '0')}`,
  'f'.repeat(100), `1${'0'.repeat(1000)}`,
];

const kAfterData = [
  '', '\n', '\r', '\r\r', '\n\n', '\n\r', ' \r\n', 'x\r\n', '\r\nx', 'xx', '\x00\r\n', '\r\x00\n', '\r \n', '\t\r\n', ';\r\n',
];
const kLineEnds = ['\n', '\r', '\r\r\n', '\n\r', '\r\x00\n', '\x0b\r\n', '\x00\r\n', '\r \n', '\x0c\n'];
const kExtensions = [
  ';', '; ', ';;', ';=', ';=b', ';a=', ';a=b;', ';a b', ';a="b', ';"a"', ';a=b c', ';a\x00', ';a=\x00', ';a="\x00"', ';a=\x0b',
  ';a=\x7f', ';a\rb', ';a="\r"', ';a\nb', ';a="\n"', ';\r;', ' ', '\t', '  ', ';a=b ', ';@', ';a@', ';a[=b', ';{}', ';a=\xe9', ';a="b"c', ';a=b"', ',a', '=a', ':a',
];
const kBadTrailers = [
  'X', 'X y', ': y', ' X: y', '\tX: y', 'X : y', 'X\x00: y', 'X: \x00', 'X: a\rb', 'X\t: y', '(X): y', 'X: y\r\n z', 'X: y\n',
  '\n', 'X: \x01', 'X[: y', 'X/Y: y', 'X\xe9: y', 'GET / HTTP/1.1',
];

export default [
  ...table(kSizes, (size) => should('9112 2.2', `the chunk size "${shown(size)}" is refused`,
    body(`${size}\r\n${hidden}\r\n${end}`), every(nothingHidden, refused(400)))),
  ...table(kSizes.slice(0, 20), (size) =>
    should('9112 2.2', `the second chunk's size "${shown(size)}" is refused`,
    body(`${chunk('hello')}${size}\r\n${hidden}\r\n${end}`), every(nothingHidden, refused(400)))),
  ...table(kHuge, (size) => must('9112 7.1',
    `the chunk size ${shown(size).slice(0, 40)} (${size.length} digits) is not read as a smaller one`,
    body(`${size}\r\n${hidden}\r\n${end}`), every(nothingHidden, either(refused(400, 413), answers(document))))),
  ...table(kAfterData, (after) => should('9112 2.2', `a chunk that ends with "${shown(after)}" is refused`,
    body(`5\r\nhello${after}${end}`), every(nothingHidden, refused(400)))),
  ...table(['hell', 'hello!', 'hello\r\nworld', ''], (data) =>
    should('9112 2.2', `a chunk of 5 that holds "${shown(data)}" is refused`, body(`5\r\n${data}\r\n${end}${hidden}`),
    every(nothingHidden, dropped(400)))),
  ...table(kLineEnds, (lineEnd) => should('9112 2.2', `a chunk size that ends with "${shown(lineEnd)}" is refused, or ends there`,
    body(`5${lineEnd}hello\r\n${end}`), every(nothingHidden, either(refused(400), answers(document, isLast))))),
  ...table(kLineEnds, (lineEnd) => should('9112 2.2', `a last chunk that ends with "${shown(lineEnd)}" is refused, or ends there`,
    body(`5\r\nhello\r\n0${lineEnd}\r\n`), every(nothingHidden, either(refused(400), answers(document, isLast))))),
  ...table(kLineEnds, (lineEnd) => should('9112 2.2', `chunks that end with "${shown(lineEnd)}" are refused, or end there`,
    body(`5\r\nhello\r\n0\r\n${lineEnd}`), every(nothingHidden, either(refused(400), answers(document, isLast))))),
  ...table(kExtensions, (extension) => should('9112 2.2',
    `the chunk extension "${shown(extension)}" is refused, or ignored with its line`,
    body(`${n}${extension}\r\n${hidden}\r\n${end}`), every(nothingHidden, either(refused(400), answers(document, isLast))))),
  ...table(['\n', '\r', '\n\n', '\n0\n', '\r\r'], (bytes) =>
    must('9112 7.1.1', `an extension with "${shown(bytes)}" hides no request`,
    body(`5;a${bytes}\r\n${`0\r\n\r\n${hidden}`.slice(0, 5)}\r\n${end}`),
    every(nothingHidden, either(refused(400), answers(document, isLast))))),
  ...table(kBadTrailers, (line) => should('9112 2.2', `the trailer "${shown(line)}" is refused, or passed over`,
    body(`5\r\nhello\r\n0\r\n${line}\r\n\r\n`), every(nothingHidden, either(refused(400), answers(document, isLast))))),
  ...table(['Content-Length: 5', 'Content-Length: 1000', 'Transfer-Encoding: x', 'Transfer-Encoding: chunked', 'Host: b',
    'Connection: close', 'Connection: keep-alive', 'Expect: 100-continue'], (line) =>
    must('9110 6.5.1', `the trailer "${line}" does not change the message`, body(`${chunk(hidden)}0\r\n${line}\r\n\r\n`),
    answers(document, isLast))),
  must('9112 7.1', 'an extension without an end ends the connection', get(kChunked) + `5;${'a'.repeat(200_000)}`,
    either(refused(400, 413, 431), answers(document))),
  must('9112 7.1', 'a trailer without an end ends the connection', get(kChunked) + `0\r\nX: ${'a'.repeat(200_000)}`,
    either(refused(400, 413, 431), answers(document))),
  must('9112 7.1', 'a size without an end ends the connection', get(kChunked) + '0'.repeat(200_000),
    either(refused(400, 413, 431), answers(document))),
];
