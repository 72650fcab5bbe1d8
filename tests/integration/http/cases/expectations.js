// What a client may ask for and an origin server may leave: Expect, Upgrade, Range.
import {answer, answers, assert, document, either, every, last as isLast, refused, status, taken} from '../expect.js';
import {get, get10, head, hidden, kChunked, kDocument, last, length, post, request} from '../bytes.js';
import {untilTold} from '../../support/conversation.js';
import {must, should, table} from '../case.js';

const kExpects = 'Expect: 100-continue';
const continued = (...expected) => every(answers(...expected), ({interims}) => interims.forEach((each) => assert.equal(each.status,
  100)));

// Content that is sent only when the server says so, or has answered already.
const waiting = (make, ...fields) => [make(kExpects, ...fields, 'Connection: close'), untilTold(1), hidden];

const partOf = (each, site) => {
  const [, first, end,
    all] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(each.field('Content-Range') ?? '') ?? assert.fail('206 without a Content-Range');
  assert.equal(Number(all), site.document.body.length);
  assert.ok(each.body.equals(site.document.body.subarray(Number(first), Number(end) + 1)), 'the part is not what Content-Range says');
};
const kRanges = ['bytes=0-9', 'bytes=0-0', 'bytes=5-', 'bytes=-5', 'bytes=0-999999', 'BYTES=0-9'];
const kNoRanges = [
  'bytes', 'bytes=', 'bytes=x', 'bytes=9-0', 'bytes=-', 'bytes=0', 'x=0-9', 'lines=0-9', '', '0-9', 'bytes 0-9', 'bytes=0-9x',
  'bytes=+0-9', 'bytes=0x0-0x9', 'bytes=99999999999999999999-', 'bytes=--5',
];
const kBombs = [
    `bytes=${Array(1300).fill('0-').join(',')}`, `bytes=${Array.from({length: 1000}, (_, i) => `${i}-${i}`).join(',')}`,
    `bytes=0-,${Array(500).fill('-1').join(',')}`];

export default [
  ...table([['GET', get], ['POST', post]].map(([method, make]) => [make, method]), (make, method) => [
    must('9110 10.1.1', `${method} that expects 100 is told at once to go on, or answered`, waiting(make, length(hidden)),
      continued(taken)),
    must('9110 10.1.1', `chunked ${method} that expects 100 is told at once to go on, or answered`, [make(kExpects, kChunked,
      'Connection: close'), untilTold(1), '0\r\n\r\n'], continued(taken)),
    must('9110 10.1.1', `${method} that expects 100 and does not wait hides no request`, make(kExpects, length(hidden)) + hidden + last,
      either(continued(taken, isLast), continued(taken))),
  ]),
  must('9110 10.1.1', 'HEAD that expects 100 is answered', waiting(head, length(hidden)), continued(document), {methods: ['HEAD']}),
  ...table(['100-Continue', '100-CONTINUE', '100-continue, 100-continue'], (value) =>
    must('9110 10.1.1', `Expect: ${value} is told at once to go on, or answered`,
    [get(`Expect: ${value}`, length(hidden), 'Connection: close'), untilTold(1), hidden], continued(taken, ...[]))),
  must('9110 10.1.1', 'an expectation without content is answered', get(kExpects) + last, continued(document, isLast)),
  ...table(['x', '200-ok', '100-continue, x', '100', ''], (value) =>
    must('9110 10.1.1', `Expect: "${value}" is ignored or fails`, get(`Expect: ${value}`, 'Connection: close'),
    either(answers(document), answers(status(417)), refused(400)))),
  must('9110 10.1.1', 'HTTP/1.0 that expects 100 is answered without', get10(kExpects, 'Content-Length: 5') + 'hello',
    every(answers(document), ({interims}) => assert.equal(interims.length, 0))),
  ...table(['h2c', 'websocket', 'HTTP/2.0', 'TLS/1.0', 'x', 'x/1, y/2', 'h2c, websocket', ''], (value) =>
    must('9110 7.8', `Upgrade: "${value}" does not change the protocol`, get(`Upgrade: ${value}`, 'Connection: Upgrade') + last,
    every(answers(document, isLast), ({interims}) => assert.equal(interims.length, 0)))),
  must('9110 7.8', 'Upgrade in HTTP/1.0 is ignored', get10('Upgrade: websocket', 'Connection: Upgrade'), answer(document)),
  ...table(kRanges, (value) => must('9110 14.2', `Range: ${value} has the document, or the part that its answer names`,
    get(`Range: ${value}`, 'Connection: close'), either(answer(document), answer(status(206), partOf)))),
  ...table(kNoRanges, (value) => must('9110 14.2', `Range: "${value}" has the document, or is told to be none`,
    get(`Range: ${value}`, 'Connection: close'), either(answer(document), answer(status(416)), refused(400)))),
  ...table(kBombs, (value) => should('9110 17.15', `many ranges (${value.slice(0, 16)}...) cost no more than the document`,
    get(`Range: ${value}`, 'Connection: close'),
    answer((each, site) => assert.ok(each.body.length <= 2 * site.document.body.length, `${each.body.length} octets`)))),
  must('9110 14.2', 'HEAD knows no Range', head('Range: bytes=0-9', 'Connection: close'), answer(status(200)), {methods: ['HEAD']}),
  must('9110 14.2', 'POST knows no Range', request(`POST ${kDocument} HTTP/1.1`, 'Range: bytes=0-9', 'Connection: close'),
    answer(({status: each}) => assert.notEqual(each, 206))),
  must('9110 13.2.2', 'a precondition comes before a Range', (site) =>
    [get(`If-None-Match: ${site.document.tag}`, 'Range: bytes=0-9', 'Connection: close')], answer(status(304))),
  should('9110 14.3', 'Accept-Ranges, if any, is true', get('Connection: close'),
    answer((each) => each.field('Accept-Ranges') && assert.match(each.field('Accept-Ranges'), /^(bytes|none)$/))),
];
