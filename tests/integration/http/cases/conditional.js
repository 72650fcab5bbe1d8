import {answer, answers, assert, document, last as isLast, status} from '../expect.js';
import {get, head, kDocument, kMissing, kRedirect, last, request} from '../bytes.js';
import {must, should, table} from '../case.js';

// Fields are made from the site: `tag` of the document, and `date(seconds)` after its last change in three notations.
const dates = ({document: {modified}}) => (seconds, notation = 'imf') => written(new Date(Date.parse(modified) + seconds * 1000),
  notation);

function written(date, notation) {
  const imf = date.toUTCString();
  const [, weekday, day, month, year, time] = /^(\w+), (\d\d) (\w+) (\d+) (\S+) GMT$/.exec(imf);
  const long = date.toLocaleDateString('en', {weekday: 'long', timeZone: 'UTC'});
  if (notation === 'rfc850') return `${long}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
  return notation === 'asctime' ? `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}` : imf;
}

const asking = (make) => (site) => [get(...make(site.document.tag, dates(site)), 'Connection: close')];
const whole = answer(document);
const unchanged = answer(status(304));
const failed = answer(status(412));

const rule = (level, section, expect) => (name, make) => level(section, name, asking(make), expect);
const opaque = (tag) => tag.replace(/^W\//, '');

const noneMatch304 = rule(must, '9110 13.1.2', unchanged);
const noneMatch200 = rule(must, '9110 13.1.2', whole);
const since304 = rule(should, '9110 13.1.3', unchanged);
const since200 = rule(must, '9110 13.1.3', whole);
const match412 = rule(must, '9110 13.1.1', failed);
const match200 = rule(must, '9110 13.1.1', whole);
const unmodified412 = rule(must, '9110 13.1.4', failed);
const unmodified200 = rule(must, '9110 13.1.4', whole);

const kNoDates = [
  '', 'x', 'yesterday', '0', '2030-01-01T00:00:00Z', 'Thu, 32 Jan 2030 00:00:00 GMT', 'Thu, 01 Foo 2030 00:00:00 GMT',
  'Thu, 01 Jan 2030 25:00:00 GMT', 'Thu, 01 Jan 2030 00:00:00', 'Thu, 01 Jan 2030', '01 Jan 2030 00:00:00 GMT', '1893456000',
  'Tue, 01 Jan 2030 00:00:00 +0100',
];
const noBody = ({answers: all}) => assert.ok(all.length === 2 && all[0].status === 304 && all[0].body.length === 0);

export default [
  should('9110 8.8.3', 'a document has a tag', get('Connection: close'),
    answer((each) => assert.match(each.field('ETag') ?? '', /^(W\/)?"[!#-~\x80-\xff]*"$/))),
  should('9110 8.8.2', 'a document has a date of its last change', get('Connection: close'),
    answer((each) => assert.ok(each.field('Last-Modified')))),
  must('9110 8.8.2', 'the date of the last change is not after the answer', get('Connection: close'),
    answer((each) => assert.ok(!(Date.parse(each.field('Last-Modified')) > Date.parse(each.field('Date')))))),
  noneMatch304('If-None-Match with the tag is 304', (tag) => [`If-None-Match: ${tag}`]),
  noneMatch304('If-None-Match compares weakly', (tag) => [`If-None-Match: W/${opaque(tag)}`]),
  noneMatch304('If-None-Match: * is 304', () => ['If-None-Match: *']),
  noneMatch304('If-None-Match with the tag at the end of a list is 304', (tag) => [`If-None-Match: "a", W/"b", ${tag}`]),
  noneMatch304('If-None-Match with the tag at the beginning of a list is 304', (tag) => [`If-None-Match: ${tag}, "a"`]),
  noneMatch304('If-None-Match in a list without spaces is 304', (tag) => [`If-None-Match: "a",${tag},"b"`]),
  noneMatch304('If-None-Match with empty elements is 304', (tag) => [`If-None-Match: , "a",, ${tag},`]),
  noneMatch304('If-None-Match with a tag that holds a comma is 304', (tag) => [`If-None-Match: "a,b", ${tag}`]),
  noneMatch304('If-None-Match in the second of two fields is 304', (tag) => ['If-None-Match: "a"', `If-None-Match: ${tag}`]),
  noneMatch200('If-None-Match with another tag is the document', () => ['If-None-Match: "a"']),
  noneMatch200('If-None-Match with a part of the tag is the document', (tag) => [`If-None-Match: ${tag.slice(0, -2)}"`]),
  noneMatch200('If-None-Match with the tag in another case is the document', (tag) =>
    [`If-None-Match: ${tag.replace(/[a-f]/, (c) => c.toUpperCase())}x`.replace('"x', 'X"')]),
  noneMatch200('If-None-Match with an empty tag is the document', () => ['If-None-Match: ""']),
  noneMatch200('If-None-Match with "*" as a tag is the document', () => ['If-None-Match: "*"']),
  must('9110 13.1.2', 'HEAD with the tag is 304', (site) => [head(`If-None-Match: ${site.document.tag}`, 'Connection: close')],
    unchanged, {methods: ['HEAD']}),
  ...table(['imf', 'rfc850', 'asctime'], (notation) => [
    must('9110 5.6.7', `a date written as ${notation} is understood`, asking((tag, date) =>
      [`If-Modified-Since: ${date(0, notation)}`]), unchanged),
    must('9110 5.6.7', `a date written as ${notation} fails If-Unmodified-Since where it is earlier`, asking((tag, date) =>
      [`If-Unmodified-Since: ${date(-1, notation)}`]), failed),
  ]),
  unmodified412('a year of two digits that would be far ahead is in the past', () => ['If-Unmodified-Since: Sunday, 06-Nov-94 08:49:37 GMT']),
  since304('If-Modified-Since with the date of the last change is 304', (tag, date) => [`If-Modified-Since: ${date(0)}`]),
  since304('If-Modified-Since with a later date is 304', (tag, date) => [`If-Modified-Since: ${date(1)}`]),
  since200('If-Modified-Since with an earlier date is the document', (tag, date) => [`If-Modified-Since: ${date(-1)}`]),
  since200('If-Modified-Since long ago is the document', () => ['If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT']),
  ...table(kNoDates, (value) => since200(`If-Modified-Since: "${value}" is no date and ignored`, () =>
    [`If-Modified-Since: ${value}`])),
  ...table(kNoDates, (value) => unmodified200(`If-Unmodified-Since: "${value}" is no date and ignored`, () =>
    [`If-Unmodified-Since: ${value}`])),
  since200('If-Modified-Since is ignored beside If-None-Match', (tag, date) => ['If-None-Match: "a"', `If-Modified-Since: ${date(0)}`]),
  noneMatch304('If-None-Match counts beside an earlier If-Modified-Since', (tag, date) =>
    [`If-None-Match: ${tag}`, `If-Modified-Since: ${date(-1)}`]),
  match412('If-Match with another tag is 412', () => ['If-Match: "a"']),
  match412('If-Match with a list of other tags is 412', () => ['If-Match: "a", "b", W/"c"']),
  match412('If-Match compares strongly', (tag) => [`If-Match: W/${opaque(tag)}`]),
  match200('If-Match with the tag is the document', (tag) => [`If-Match: ${tag}`]),
  match200('If-Match: * is the document', () => ['If-Match: *']),
  match200('If-Match with the tag in a list is the document', (tag) => [`If-Match: "a", ${tag}`]),
  match200('If-Match with the tag in the second of two fields is the document', (tag) => ['If-Match: "a"', `If-Match: ${tag}`]),
  unmodified412('If-Unmodified-Since with an earlier date is 412', (tag, date) => [`If-Unmodified-Since: ${date(-1)}`]),
  unmodified200('If-Unmodified-Since with the date of the last change is the document', (tag, date) =>
    [`If-Unmodified-Since: ${date(0)}`]),
  unmodified200('If-Unmodified-Since is ignored beside If-Match', (tag, date) =>
    [`If-Unmodified-Since: ${date(-1)}`, `If-Match: ${tag}`]),
  must('9110 13.2.2', 'If-Match comes before If-None-Match', asking((tag) => ['If-Match: "a"', `If-None-Match: ${tag}`]), failed),
  must('9110 13.2.2', 'If-None-Match counts where If-Match holds', asking((tag) => [`If-Match: ${tag}`, `If-None-Match: ${tag}`]),
    unchanged),
  must('9110 13.2.2', 'If-Unmodified-Since comes before If-None-Match',
    asking((tag, date) => [`If-Unmodified-Since: ${date(-1)}`, `If-None-Match: ${tag}`]), failed),
  must('9110 13.2.2', 'If-Modified-Since counts where If-Unmodified-Since holds',
    asking((tag, date) => [`If-Unmodified-Since: ${date(0)}`, `If-Modified-Since: ${date(0)}`]), unchanged),
  ...table([[kMissing, 404], [kRedirect, 307]], (path, code) =>
    ['If-Match: "a"', 'If-None-Match: *', 'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT'].map((field) =>
    must('9110 13.2.1', `${field.split(':')[0]} is ignored where the answer is ${code}`,
    request(`GET ${path} HTTP/1.1`, field, 'Connection: close'), answer(status(code))))),
  ...table(['ETag', 'Cache-Control', 'Vary', 'Date', 'Content-Location', 'Expires'], (name) =>
    must('9110 15.4.5', `a 304 has the ${name} of the 200`, (site) => [get() + get(`If-None-Match: ${site.document.tag}`) + last],
      ({answers: [full, same]}) => {
        assert.equal(same?.status, 304);
        if (name === 'Date') return assert.ok(same.field('Date'));
        assert.equal(same.field(name), full.field(name));
      })),
  must('9112 6.3', 'a 304 has no content, and the next answer follows', (site) =>
    [get(`If-None-Match: ${site.document.tag}`) + last], noBody),
  must('9110 8.6', 'the length that a 304 tells, if any, is that of the 200', (site) =>
    [get(`If-None-Match: ${site.document.tag}`) + last], ({answers: [same]}, site) => {
      assert.equal(same?.status, 304);
      if (same.field('Content-Length') !== undefined) assert.equal(same.field('Content-Length'), String(site.document.body.length));
    }),
  should('9110 15.4.5', 'a 304 describes no content', (site) => [get(`If-None-Match: ${site.document.tag}`, 'Connection: close')],
    answer(status(304), (each) => {
      for (const name of ['Content-Type', 'Content-Encoding', 'Content-Language', 'Content-Length']) assert.equal(each.field(name),
        undefined, name);
    })),
  must('9112 9.3', 'a 304 leaves the connection open', (site) => [get(`If-None-Match: ${site.document.tag}`) + get() + last],
    answers(status(304), document, isLast)),
  ...table([`If-Range: "a"`, 'If-Range: Thu, 01 Jan 1970 00:00:00 GMT'], (field) =>
    must('9110 13.1.5', `${field} without Range is ignored`, get(field, 'Connection: close'), answer(document))),
  must('9110 13.1.5', 'If-Range with another tag has the document whole',
    request(`GET ${kDocument} HTTP/1.1`, 'If-Range: "a"', 'Range: bytes=0-9', 'Connection: close'), answer(document)),
];
