import {answer, answers, assert, both, document, eachAnswer, every, refused, status} from '../expect.js';
import {get, get10, head, kDocument, kHidden, kLarge, kMissing, kRedirect, message, request} from '../bytes.js';
import {must, should, table} from '../case.js';

const kImfFixdate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const closing = (line, ...fields) => request(line, 'Connection: close', ...fields);
const at = (path, method = 'GET') => closing(`${method} ${path} HTTP/1.1`);

// [what, bytes]
const kAnswers = [
  ['a document', at(kDocument)],
  ['a large document', at(kLarge)],
  ['a redirect', at(kRedirect)],
  ['a document in HTTP/1.0', get10()],
];

// [what, bytes, the statuses that tell it]
const kErrors = [
  ['what is not there', at(kMissing), [404]],
  ['a method that is not allowed', at(kDocument, 'DELETE'), [405]],
  ['a method that is not known', at(kDocument, 'BREW'), [405, 501]],
  ['a broken request line', message('x'), [400, 405, 501]],
  ['no Host', message(`GET ${kDocument} HTTP/1.1`), [400]],
  ['a target that is too long', at(`/${'x'.repeat(20_000)}`), [414]],
  ['fields that are too large', get(`X: ${'x'.repeat(40_000)}`), [400, 413, 431]],
  ['content that is too large', closing(`POST ${kDocument} HTTP/1.1`, 'Content-Length: 10000000000'), [413]],
  ['a version that is not supported', request(`GET ${kDocument} HTTP/2.0`), [505]],
  ['a coding that is not implemented', get('Transfer-Encoding: x, chunked'), [501]],
  ['a precondition that fails', get('Connection: close', 'If-Match: "x"'), [412]],
];

// RFC 9110 section 15, RFC 6585. A client that goes by them is wrong, but a person who reads them should not be.
const kPhrases = {
  200: 'OK', 204: 'No Content', 301: 'Moved Permanently', 302: 'Found', 304: 'Not Modified', 307: 'Temporary Redirect', 308: 'Permanent Redirect',
  400: 'Bad Request', 404: 'Not Found', 405: 'Method Not Allowed', 408: 'Request Timeout', 412: 'Precondition Failed', 413: 'Content Too Large',
  414: 'URI Too Long', 431: 'Request Header Fields Too Large', 500: 'Internal Server Error', 501: 'Not Implemented', 503: 'Service Unavailable',
  505: 'HTTP Version Not Supported',
};

const dated = (each) => {
  const date = each.field('Date');
  assert.match(date ?? '', kImfFixdate, 'Date');
  assert.equal(new Date(date).toUTCString(), date, 'Date is no date');
};

// Fields that a message has at most once, because their values are no lists (RFC 9110 section 5.3).
const kOnce = [
  'Date', 'ETag', 'Last-Modified', 'Location', 'Content-Type', 'Content-Length', 'Age', 'Expires', 'Server', 'Retry-After',
];

const kForEverybody = ['cache-control', 'content-type', 'content-length', 'etag', 'vary', 'date', 'last-modified', 'location', 'allow'];

export default [
  ...table([...kAnswers, ...kErrors].map(([what, bytes]) => [bytes, what]), (bytes, what) => [
    must('9110 6.6.1', `the answer to ${what} has a Date, unless it is 5xx`, bytes, eachAnswer((each) =>
      each.status < 500 && dated(each))),
    must('9110 5.3', `the answer to ${what} has no field twice that is no list`, bytes,
      eachAnswer((each) => kOnce.forEach((name) => assert.ok(each.all(name).length <= 1, `${name} comes twice`)))),
    must('9110 7.6.1', `the answer to ${what} names no field in Connection that is for everybody`, bytes,
      eachAnswer((each) => each.list('Connection').forEach((name) => assert.ok(!kForEverybody.includes(name), name)))),
    should('9110 8.6', `the answer to ${what} tells its length`, bytes,
      eachAnswer((each) => assert.equal(each.field('Content-Length'), String(each.body.length)))),
    must('9112 6.1', `the answer to ${what} has no length beside a coding`, bytes,
      eachAnswer((each) => assert.ok(!(each.field('Content-Length') && each.field('Transfer-Encoding'))))),
    should('9110 15', `the answer to ${what} has the reason phrase of its status`, bytes, eachAnswer((each) =>
      assert.equal(each.reason, kPhrases[each.status]))),
    should('9110 8.3', `the answer to ${what} tells the type of its content`, bytes,
      eachAnswer((each) => each.body.length && assert.match(each.field('Content-Type') ?? '', /^[a-z]+\/[a-z0-9.+-]+/i))),
  ]),
  ...table(kErrors.map(([what, bytes, statuses]) => [bytes, what, statuses]), (bytes, what, statuses) =>
    should('9110 15.5', `the answer to ${what} explains itself`, bytes, eachAnswer((each) => {
      status(...statuses)(each);
      assert.ok(each.body.length > 20, 'no explanation');
    }))),
  ...table(kErrors.filter(([, bytes]) => /^[A-Z]+ /.test(bytes)).map(([what, bytes]) => [bytes, what]), (bytes, what) =>
    must('9110 9.3.2', `the answer to HEAD with ${what} explains nothing`, bytes.replace(/^[A-Z]+ /, 'HEAD '), ({answers: all}) =>
    assert.ok(all.length > 0 && all.every(({body}) => body.length === 0)), {methods: ['HEAD']})),
  should('9110 15.4', 'a redirect has a Location', at(kRedirect),
    answer(status(301, 302, 307, 308), (each) => assert.ok(each.field('Location')))),
  must('9110 10.2.2', 'a Location is a URI reference', at(kRedirect),
    answer((each) => assert.match(each.field('Location') ?? '', /^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/))),
  must('9110 15.4.8', 'a redirect of HEAD is that of GET', [request(`HEAD ${kRedirect} HTTP/1.1`), at(kRedirect)], ({answers: [first,
    second]}) => {
      assert.equal(first?.status, second?.status);
      assert.equal(first?.field('Location'), second?.field('Location'));
    }, {methods: ['HEAD']}),
  should('9110 8.4', 'a document that is not compressed has no Content-Encoding', at(kDocument),
    answer(document, (each) => assert.equal(each.field('Content-Encoding'), undefined))),
  must('9110 15.2', 'HTTP/1.0 gets no 1xx',
    message(`GET ${kDocument} HTTP/1.0`, 'Expect: 100-continue', 'Content-Length: 5') + 'hello',
    every(answers(document), ({interims}) => assert.equal(interims.length, 0))),
  must('9110 15.6.6', 'a refused version is answered in one that is known', request(`GET ${kHidden} HTTP/2.0`),
    every(refused(505), eachAnswer(({version}) => assert.equal(version, 'HTTP/1.1')))),
  must('9112 4', 'an answer to HEAD begins with a status line', head('Connection: close'),
    answers(both(({version}) => assert.equal(version, 'HTTP/1.1'))), {methods: ['HEAD']}),
];
