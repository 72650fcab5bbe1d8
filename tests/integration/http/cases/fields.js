import {answers, document, either, last as isLast, refused} from '../expect.js';
import {get, hidden, kDocument, last, length, message, request, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const sound = answers(document, isLast);
const kNoToken = [...'"(),/;<=>?@[\\]{}', '\x00', '\x01', '\x0b', '\x0c', '\x1f', '\x7f', '\x80', '\xc3', '\xff'];
const kFolded = ['X: a\r\n b', 'X: a\r\n\tb', 'X:\r\n b', 'X: a\r\n b\r\n c', 'X: a\r\n ', 'Accept: text/html,\r\n  */*'];
const kMany = (count) => Array.from({length: count}, (_, i) => `X-Field-${i}: y`);

const kBrowser = [
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Accept: text/html,*/*;q=0.8',
  'Accept-Language: en-US,en;q=0.5', 'DNT: 1', 'Sec-GPC: 1', 'Connection: keep-alive', 'Upgrade-Insecure-Requests: 1',
  'Sec-Fetch-Dest: document', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Site: none', 'Sec-Fetch-User: ?1', 'Priority: u=0, i',
];

export default [
  must('9110 5.1', 'names of fields may be written in any case',
    message(`GET ${kDocument} HTTP/1.1`, 'hOsT: a', 'ACCEPT: */*', 'cOnNeCtIoN: cLoSe'), answers(document)),
  ...table(['X:y', 'X: y', 'X:  y', 'X:\ty', 'X: \t y', 'X: y ', 'X: y\t', 'X:', 'X: ', 'X: \t'], (line) =>
    must('9112 5', `whitespace around the value in "${shown(line)}" is accepted`, get(line) + last, sound)),
  should('9110 5.1', 'fields that nobody knows are ignored', get('X-Nobody-Knows: this', 'X: y', 'Z: "') + last, sound),
  must('9110 5.1', 'every character of a token may be in a name', get("!#$%&'*+-.^_`|~0Aa: y") + last, sound),
  should('9110 5.5', 'all visible characters may be in a value',
    get(`X: ${Array.from({length: 94}, (_, i) => String.fromCharCode(33 + i)).join('')}`) + last, sound),
  ...table(['\x80', '\xa0', '\xc3\xa4', '\xff', '\xe2\x80\xa6'], (c) =>
    should('9110 5.5', `${shown(c)} in a value is opaque`, get(`X: ${c}`) + last, sound)),
  should('9112 9.3', 'the fields of a browser are taken', get(...kBrowser) + last, sound),
  should('9110 5.4', '60 fields are taken', get(...kMany(60)) + last, sound),
  should('9110 5.4', 'a field of 4,000 octets is taken', get(`Cookie: ${'x'.repeat(4000)}`) + last, sound),
  ...table([' ', '\t', '  ', ' \t'], (space) =>
    ['X', 'Host', 'Accept', 'Content-Length', 'Transfer-Encoding', 'Connection'].map((name) =>
    must('9112 5.1', `"${name}${shown(space)}:" is refused`, get(`${name}${space}: 0`) + last, refused(400)))),
  ...table(kNoToken, (c) => [`${c}X: y`, `X${c}Y: y`, `X${c}: y`].map((line) =>
    should('9112 2.2', `the name in "${shown(line)}" is no token and refused`, get(line) + last, refused(400)))),
  ...table([': y', ':', ' : y', 'X', 'X y', 'GET / HTTP/1.1', 'X\ty'], (line) =>
    should('9112 2.2', `the line "${shown(line)}" is no field and refused`, get('A: b', line) + last, refused(400))),
  ...table(kFolded, (lines) => must('9112 5.2', `the folded line "${shown(lines)}" is refused or unfolded`, get(lines) + last,
    either(refused(400), sound))),
  ...table(['\x00', '\r', '\r\r'], (c) =>
    [`X: ${c}`, `X: a${c}b`, `X: ${c}b`].map((line) =>
    must('9110 5.5', `"${shown(line)}" is refused or read as with a space`, get(line) + last, either(refused(400), sound)))),
  ...table(['\x00', '\r'], (c) => must('9110 5.5', `Connection with ${shown(c)} is not read as without it`,
    get(`Connection: cl${c}ose`) + last, either(refused(400), sound))),
  ...table([20_000, 100_000], (size) => must('9110 5.4', `a field of ${size} octets is told to be too large`,
    get(`X: ${'x'.repeat(size)}`), refused(400, 413, 431))),
  ...table([20_000, 100_000], (size) => must('9110 5.4', `a name of ${size} octets is told to be too large`,
    get(`${'x'.repeat(size)}: y`), refused(400, 413, 431))),
  ...table([2_000, 10_000], (count) => must('9110 5.4', `${count} fields are told to be too many`, get(...kMany(count)),
    refused(400, 413, 431))),
  must('9110 5.5', 'a line feed alone does not hide a field', get(`X: y\n${length(hidden)}`) + hidden + last,
    either(refused(400), answers(document, isLast))),
  must('9110 5.3', 'several fields of one name are one list', get('X: a', 'X: b', 'Connection: a', 'Connection: close') + last,
    answers(document)),
  must('9112 2.2', 'the head may come in any pieces', [...request(`GET ${kDocument} HTTP/1.1`, 'X: y'), last], sound),
];
