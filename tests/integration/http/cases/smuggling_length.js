// Content-Length as an attacker writes it: RFC 9112 sections 6.2, 6.3 and 11.2. A reader that takes it for less than
// another reader did finds the hidden request; so each is refused, and the connection closed.
import {answers, document, either, every, hidden as isHidden, last as isLast, nothingHidden, refused} from '../expect.js';
import {get, get10, hidden, kChunked, last, post, shown} from '../bytes.js';
import {must, should, table} from '../case.js';

const n = hidden.length;
const kNoNumber = [
  `+${n}`, `-${n}`, '-0', '+0', '-1', `0x${n.toString(16)}`, `0x${n}`, `0${n}x`, `${n}x`, `x${n}`, `${n}.0`, `${n}.`, `.${n}`,
  `${n}e0`, '1e1', `"${n}"`, `'${n}'`, `${n};`, `${n};q=1`, `${n} ${n}`, `${n} 0`, `0 ${n}`, `${n}\t0`, `${n}_0`, `${n}'0`,
  `(${n})`, `${n}h`, `0b1`, `0o17`, `${n}%`, `%3${n}`, `${n}L`, `${n}\x0b`, `\x0b${n}`, `${n}\x0c`, `\x0c${n}`, `${n}\x00`,
  `\x00${n}`, `${n}\x000`, `${n}\xa0`, `\xa0${n}`, `\x85${n}`, `${n}\x7f`, `\x08${n}`, `\xd9\xa5`, `\xef\xbc\x95`, '', ' ',
  'a', 'zero', 'null', 'NaN', 'Infinity', 'chunked', `${n},`, `,${n}`, `${n},,${n}`, `,`, `${n}, 0`, `0, ${n}`, `${n},0`,
  `0,${n}`, `${n}, ${n + 1}`, `${n}, x`, `${n}, +${n}`, `${n}, -1`, `${n};${n}`, `${n}|0`, `${n}/0`, `${n}=0`,
];

const kPairs = [
  [n, 0], [0, n], [n, n + 1], [n + 1, n], [n, ''], ['', n], [n, `+${n}`], [`+${n}`, n], [n, 'x'], ['x', n], [n, '-0'],
  [0, `0${n}`], [n, ' 0'], [1, n],
];
const kNames = [['Content-Length', 'Content-Length'], ['Content-Length', 'content-length'], ['CONTENT-LENGTH', 'Content-Length']];

// Names that are near it, and are fields like any other.
const kOtherNames = [
  'Content_Length', 'Content-Lengt', 'Content-Lengths', 'XContent-Length', 'X-Content-Length', 'Content-Length1',
  'ContentLength', 'Content--Length', 'Length',
];

export default [
  ...table(kNoNumber, (value) => [['GET', get], ['POST', post]].map(([method, make]) =>
    must('9112 6.3', `${method} with Content-Length: "${shown(value)}" is refused`,
    make(`Content-Length: ${value}`) + hidden + last, refused(400)))),
  ...table(kNoNumber.slice(0, 20), (value) =>
    must('9112 6.3', `HTTP/1.0 with Content-Length: "${shown(value)}" is refused`,
    get10(`Content-Length: ${value}`, 'Connection: keep-alive') + hidden + last, refused(400))),
  ...kPairs.flatMap(([one, other]) => kNames.map(([first, second]) =>
    must('9112 6.3', `${first}: "${one}" and ${second}: "${other}" are refused`,
    get(`${first}: ${one}`, `${second}: ${other}`) + hidden + last, refused(400)))),
  ...kPairs.map(([one, other]) => must('9112 6.3', `Content-Length: "${one}" and "${other}" with fields between are refused`,
    get(`Content-Length: ${one}`, 'X: y', 'Accept: */*', `Content-Length: ${other}`) + hidden + last, refused(400))),
  ...table([`${n}, ${n}`, `${n},${n}`, `${n},${n},${n}`], (value) =>
    must('9112 6.3', `Content-Length: ${value} is refused or ${n}`, get(`Content-Length: ${value}`) + hidden + last,
    every(nothingHidden, either(refused(400), answers(document, isLast))))),
  ...kNames.map(([first, second]) => must('9112 6.3', `${first} and ${second} that agree are refused or one`,
    get(`${first}: ${n}`, `${second}: ${n}`) + hidden + last,
    every(nothingHidden, either(refused(400), answers(document, isLast))))),
  ...table(kOtherNames, (name) => must('9110 5.1', `${name} is another field than Content-Length`, get(`${name}: ${n}`) + last,
    answers(document, isLast))),
  ...table(['Content-Length\x00', '\x00Content-Length', 'Content-Length\x0b', 'Content Length', 'Content-Length\xa0',
    '\xefContent-Length', '"Content-Length"', 'Content-Length\x7f', '(Content-Length)', 'Content\rLength'], (name) =>
    should('9112 2.2', `the name "${shown(name)}" is refused`, get(`${name}: ${n}`) + hidden + last,
    every(nothingHidden, refused(400)))),
  ...table([`Content-Length: ${n}\r\n , 0`, `Content-Length:\r\n ${n}`, `Content-Length: 1\r\n 2`, `X: y\r\n Content-Length: ${n}`],
    (lines) =>
    must('9112 5.2', `the folded "${shown(lines)}" is refused or unfolded`, get(lines) + 'x'.repeat(n) + last, (seen, site) => {
      nothingHidden(seen, site);
      if (seen.answers[0]?.status !== 200) refused(400)(seen, site);
    })),
  must('9112 2.2', 'a line feed alone before Content-Length is refused, or ends its line',
    get(`X: y\nContent-Length: ${n}`) + hidden + last, either(refused(400), answers(document, isLast))),
  ...table(['\r', '\r\r', '\x0b', '\x0c', '\x85', '\xe2\x80\xa8'], (c) =>
    must('9112 2.2', `${shown(c)} before Content-Length is refused, or ends no line`,
    get(`X: y${c}Content-Length: ${n}`) + hidden + last, either(refused(400), answers(document, isHidden, isLast)))),
  ...table([`${n}`, '0', '1', '6', '+6'], (value) =>
    [[kChunked, `Content-Length: ${value}`], [`Content-Length: ${value}`, kChunked]].map((lines) =>
    must('9112 6.1', `"${lines.join('", "')}" together close the connection, whoever wins`,
    get(...lines) + `0\r\n\r\n${hidden}${last}`, every(nothingHidden, either(refused(400), answers(document)))))),
];
