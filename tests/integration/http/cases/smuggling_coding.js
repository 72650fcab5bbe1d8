// Transfer-Encoding as an attacker writes it: RFC 9112 sections 6.1, 6.3 and 11.2. One reader sees chunks, another does not;
// so what is not plainly `chunked` is refused, and the connection closed.
import {answers, document, either, every, last as isLast, nothingHidden, refused} from '../expect.js';
import {get, get10, hidden, kChunked, last, length, post, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const chunked = `0\r\n\r\n${hidden}${last}`;
const framed = `Content-Length: ${chunked.length}`;

const kValues = [
  '', ' ', 'xchunked', 'chunkedx', 'x chunked', 'chunked x', 'chunked chunked', 'chunke', 'hunked', 'chunk', 'chunked1',
  '"chunked"', "'chunked'", '`chunked`', '(chunked)', '<chunked>', '[chunked]', '{chunked}', 'chunked()', 'chunked;',
  'chunked;q=1', 'chunked; q=0', 'chunked;a', 'chunked=1', 'chunked,x', 'chunked, x', 'chunked, identity', 'chunked, gzip',
  'chunked identity', 'chunked/identity', 'chunked|identity', 'chunked.', 'chunked:', ':chunked', '=chunked', ';chunked',
  '\\chunked', '/chunked', '-chunked', 'chun-ked', 'chun ked', 'ch\x00unked', '\x00chunked', 'chunked\x00', '\x0bchunked',
  'chunked\x0b', '\x0cchunked', 'chunked\x0c', '\x08chunked', '\x1fchunked', '\x7fchunked', 'chunked\x7f', 'chunked\x01',
  '\xa0chunked', 'chunked\xa0', '\x85chunked', 'chunked\xff', '\xefchunked', '\xef\xbb\xbfchunked', '\xc2\xa0chunked',
  'c\xe7hunked', 'chun\xc4\xb1ked', '\xe2\x84\xaa', 'chun\xe2\x84\xaaed', 'identity', 'gzip', 'deflate', 'compress', 'br',
  'cow', '*', '0', '1', 'true', 'trailers', 'utf-8', '%63hunked', '&chunked', 'chunked#', '#chunked', '@chunked', 'chunked!',
  '~chunked',
];

// A list with `chunked` at its end: refused as not implemented, or as twice chunked; an empty element may be passed over.
const kLists = [
  'identity, chunked', 'x, chunked', 'gzip, chunked', 'chunked, chunked', 'chunked,chunked', ', chunked', ',chunked',
  'chunked,', 'chunked, ', 'chunked ,', ',,chunked,,', 'identity,chunked', ' , chunked', 'chunked,\tchunked', '"x", chunked',
  'a;b=c, chunked', 'a;b="c, chunked"', '"a, chunked',
];

// Names that are near it, and are fields like any other where they are tokens.
const kOtherNames = [
  'Transfer_Encoding', 'TransferEncoding', 'Transfer-Encodin', 'Transfer-Encodings', 'XTransfer-Encoding',
  'X-Transfer-Encoding', 'Transfer--Encoding', 'Transfer.Encoding', 'Content-Transfer-Encoding', 'TE', 'Transfer-Encoding1',
  '-Transfer-Encoding', 'Transfer-Encoding-',
];
const kSpaced = ['Transfer-Encoding ', 'Transfer-Encoding\t', 'Transfer-Encoding \t '];
const kNoNames = [
  ' Transfer-Encoding', 'Transfer Encoding', 'Transfer-Encoding\x00', '\x00Transfer-Encoding', 'Transfer-Encoding\x0b',
  '\x0bTransfer-Encoding', 'Transfer-Encoding\x7f', 'Transfer-Encoding\xa0', '\xa0Transfer-Encoding', '"Transfer-Encoding"',
  'Transfer-Encoding"', '(Transfer-Encoding)', 'Transfer/Encoding', 'Transfer-Encoding,', 'Transfer\rEncoding',
  'Tr\xe4nsfer-Encoding', 'Transfer-Encoding;', 'Transfer-Encoding=chunked;X', '[Transfer-Encoding]', '@Transfer-Encoding',
  '\\Transfer-Encoding', 'Transfer-Encoding\x08',
];

const kTwoLines = [
  ['chunked', 'chunked'], ['chunked', 'identity'], ['identity', 'chunked'], ['chunked', 'x'], ['x', 'chunked'],
  ['chunked', ''], ['', 'chunked'], ['gzip', 'chunked'], ['chunked', 'gzip'], ['chunked', 'Chunked'],
  ['chunked', '\x0bchunked'], ['chunked', 'chunked;'], ['chunked', '0'],
];

const refusal = every(nothingHidden, refused(400, 501));
const closes = every(nothingHidden, either(refused(400, 501), answers(document)));

export default [
  ...table(kValues, (value) => must('9112 6.3', `Transfer-Encoding: "${shown(value)}" is refused`,
    get(`Transfer-Encoding: ${value}`) + chunked, refusal)),
  ...table(kValues.slice(0, 30), (value) =>
    must('9112 6.3', `POST with Transfer-Encoding: "${shown(value)}" is refused`, post(`Transfer-Encoding: ${value}`) + chunked,
    refusal)),
  ...table(kValues, (value) => must('9112 6.3', `Content-Length and Transfer-Encoding: "${shown(value)}" are refused`,
    get(framed, `Transfer-Encoding: ${value}`) + chunked, refusal)),
  ...table(kValues, (value) => must('9112 6.3', `Transfer-Encoding: "${shown(value)}" and Content-Length are refused`,
    get(`Transfer-Encoding: ${value}`, framed) + chunked, refusal)),
  ...table(kLists, (value) => must('9112 6.1', `Transfer-Encoding: "${shown(value)}" is refused, or chunked`,
    get(`Transfer-Encoding: ${value}`) + `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n${last}`,
    every(nothingHidden, either(refused(400, 501), answers(document, isLast))))),
  ...table(kLists, (value) => must('9112 6.1', `Transfer-Encoding: "${shown(value)}" beside Content-Length closes the connection`,
    get(`Transfer-Encoding: ${value}`, framed) + chunked, closes)),
  ...kTwoLines.flatMap(([one, other]) => [
    must('9112 6.1', `Transfer-Encoding: "${shown(one)}" and "${shown(other)}" hide no request`,
      get(`Transfer-Encoding: ${one}`,
        `Transfer-Encoding: ${other}`) + `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n${last}`,
      every(nothingHidden, either(refused(400, 501), answers(document, isLast)))),
    must('9112 6.1', `Transfer-Encoding: "${shown(one)}", Content-Length and transfer-encoding: "${shown(other)}" close the connection`,
      get(`Transfer-Encoding: ${one}`, framed, `transfer-encoding: ${other}`) + chunked, closes),
  ]),
  ...table(kOtherNames, (name) => must('9110 5.1', `${name} is another field than Transfer-Encoding`,
    get(`${name}: chunked`, length(hidden)) + hidden + last, answers(document, isLast))),
  ...[[kSpaced, must, '5.1'], [kNoNames, should, '2.2']].flatMap(([names, level, section]) =>
    names.map((name) => level(`9112 ${section}`, `"${shown(name)}:" is refused beside Content-Length`,
    get('A: b', framed, `${name}: chunked`) + chunked, refusal))),
  ...[[kSpaced, must, '5.1'], [kNoNames, should, '2.2']].flatMap(([names, level, section]) =>
    names.map((name) => level(`9112 ${section}`, `"${shown(name)}:" before chunks is refused`,
    get('A: b', `${name}: chunked`) + chunked, refusal))),
  ...table(['\n', '\r', '\r\r\n', '\n\r', '\x0b', '\x0c', '\x00', '\x85'], (end) =>
    must('9112 2.2', `a line that ends with ${shown(end)} before Transfer-Encoding hides no request`,
    get(framed, `X: y${end}${kChunked}`) + chunked + last,
    every(nothingHidden, either(refused(400), answers(document), answers(document, isLast))))),
  ...table(['Transfer-Encoding:\r\n chunked', 'Transfer-Encoding:\r\n\tchunked', 'Transfer-Encoding: x\r\n chunked',
    'Transfer-Encoding: chun\r\n ked', 'X: y\r\n Transfer-Encoding: chunked', 'Transfer-Encoding\r\n : chunked',
    'Transfer-Encoding: chunked\r\n x', 'Transfer-Encoding:\n chunked', 'Transfer-Encoding:\r chunked'], (lines) =>
    must('9112 5.2', `the folded "${shown(lines)}" beside Content-Length hides no request`, get(framed, lines) + chunked,
    every(nothingHidden, either(refused(400, 501), answers(document))))),
  ...table(['chunked', 'Chunked', 'identity', 'gzip', 'x', '', 'chunked, chunked'], (value) => [
    must('9112 6.1', `HTTP/1.0 with Transfer-Encoding: "${value}" closes the connection`, get10(`Transfer-Encoding: ${value}`,
      'Connection: keep-alive') + chunked, closes),
    must('9112 6.1', `HTTP/1.0 with Transfer-Encoding: "${value}" and Content-Length closes the connection`,
      get10(framed, `Transfer-Encoding: ${value}`, 'Connection: keep-alive') + chunked + last, closes),
  ]),
];
