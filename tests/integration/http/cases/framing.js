import {answers, document, dropped, either, last as isLast, refused, taken} from '../expect.js';
import {get, head, hidden, kDocument, last, length, post, request, shown} from '../bytes.js';
import {halfClose} from '../../support/conversation.js';
import {must, should, table} from '../case.js';

const sound = answers(document, isLast);

// What is larger than any machine's word, and would be small if it were cut to the word's size.
const kHuge = [
  '4294967301', '4294967296', '9223372036854775807', '9223372036854775808', '18446744073709551615', '18446744073709551616',
  '18446744073709551621', '340282366920938463463374607431768211461', '9'.repeat(100), '1' + '0'.repeat(400), '10000000000',
];

const methods = (method) => ({methods: [method]});

export default [
  must('9112 6.3', 'no length and no coding is no content', get() + last, sound),
  must('9112 6.3', 'Content-Length: 0 is no content', get('Content-Length: 0') + last, sound),
  ...table(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'], (method) =>
    must('9112 9.3', `the content of ${method} is read, or the connection closed, and is never a request`,
    request(`${method} ${kDocument} HTTP/1.1`, length(hidden)) + hidden + last,
    either(answers(taken, isLast), answers(taken), refused(400, 413)), methods(method))),
  ...table([1, 10, 1000, 8000, 16_000, 60_000], (size) =>
    must('9112 6.3', `content of ${size} octets ends where Content-Length says`,
    get(`Content-Length: ${size}`) + 'x'.repeat(size) + last, sound)),
  must('9112 6.3', 'content in another segment than the head is content', [get(length(hidden)), hidden, last], sound),
  must('9112 6.3', 'content byte by byte is content', [get(length(hidden)), ...hidden, last], sound),
  must('9112 6.3', 'content in the same segment as what surrounds it is content',
    get(length(hidden)) + hidden + get(length(hidden)) + hidden + last, answers(document, document, isLast)),
  must('9112 6.3', 'content that looks like the end of a head is content', get('Content-Length: 8') + '\r\n\r\n\r\n\r\n' + last, sound),
  must('9112 6.3', 'content of zeros is content', get('Content-Length: 5') + '\x00'.repeat(5) + last, sound),
  ...table(['000', '005', '0200', '0000000000000000000005'], (value) =>
    must('9112 6.2', `Content-Length: ${value} is decimal, or refused`,
    get(`Content-Length: ${value}`) + 'x'.repeat(Number(value)) + last, either(refused(400), sound))),
  ...table(['Content-Length:5', 'Content-Length:  5', 'Content-Length:\t5', 'Content-Length: 5 ', 'content-length: 5',
    'CONTENT-LENGTH: 5'], (line) => must('9112 5', `"${shown(line)}" is a length of 5`, get(line) + 'hello' + last, sound)),
  ...table(kHuge, (value) => ['GET', 'POST'].map((method) =>
    must('9112 6.2',
    `${method} with Content-Length: ${shown(value).slice(0, 40)} (${value.length} digits) is not read as a smaller one`,
    request(`${method} ${kDocument} HTTP/1.1`, `Content-Length: ${value}`) + hidden + last, refused(400, 413)))),
  should('9110 15.5.14', 'the status for content that is too large is 413', post('Content-Length: 10000000000'), refused(413)),
  must('9112 6.3', 'behind content that does not end nothing is answered', [get('Content-Length: 100'), hidden, halfClose],
    either(dropped(400, 408), answers(document))),
  must('9112 6.3', 'a head that does not end is not answered as if it had', [`GET ${kDocument} HTTP/1.1\r\nHost: a\r\n`, halfClose],
    dropped(400, 408)),
  must('9112 6.3', 'a request line that does not end is not answered as if it had', [`GET ${kDocument}`, halfClose], dropped(400, 408)),
  must('9112 8', 'behind chunks without their last nothing is answered',
    [get('Transfer-Encoding: chunked'), '5\r\nhello\r\n', halfClose], either(dropped(400, 408), answers(document))),
  must('9112 9.3', 'HEAD with content is read like GET', head(length(hidden)) + hidden + last, sound, methods('HEAD')),
];
