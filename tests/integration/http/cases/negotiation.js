import zlib from 'node:zlib';
import {answer, answers, assert, document, last as isLast, status} from '../expect.js';
import {get, head, last} from '../bytes.js';
import {must, should, table} from '../case.js';

const kDecode = {identity: (bytes) => bytes, gzip: zlib.gunzipSync, 'x-gzip': zlib.gunzipSync, br: zlib.brotliDecompressSync,
  deflate: zlib.inflateSync};
const codingOf = (each) => each.field('Content-Encoding')?.toLowerCase() ?? 'identity';

const accepting = (...values) => get(...values.map((value) => `Accept-Encoding: ${value}`), 'Connection: close');
const inOneOf = (...codings) => answer(status(200), (each, site) => {
  assert.ok(codings.includes(codingOf(each)), `${codingOf(each)} instead of ${codings.join(' or ')}`);
  assert.ok(kDecode[codingOf(each)](each.body).equals(site.document.body), 'decoded, it is another document');
});

// What may come for which Accept-Encoding: a coding that is not listed, or listed with q=0, is not acceptable.
const kAcceptable = [
  [['identity'], [
    'identity', 'x', 'compress', 'x, y;q=0.5', 'xgzip', 'gzipx', 'gzip2, x-br', '', 'gzip;q=0', 'gzip;q=0.0', 'gzip;q=0.000',
    'gzip; q=0', 'gzip ;q=0', 'gzip;Q=0', ',,gzip;q=0,,', 'gzip;q=0, br;q=0', '*;q=0, identity', 'identity, *;q=0',
  ]],
  [['gzip', 'identity'], ['gzip', 'GZIP', 'gzip;q=0.001', 'gzip;q=1.000', ', gzip', 'gzip,', 'br;q=0, gzip']],
  [['br', 'identity'], ['br', 'BR', 'gzip;q=0, br']],
  [['gzip', 'br', 'identity'], ['gzip, br', 'gzip,br', 'gzip;q=0.5, br;q=0.4']],
  [['br', 'deflate', 'identity'], ['gzip;q=0, *']], [['gzip', 'br', 'deflate', 'identity'], ['*', '*;q=0.1']],
];
const kExcludingIdentity = ['identity;q=0, gzip', 'gzip, *;q=0', '*;q=0, gzip;q=0.5', 'gzip, identity;q=0'];

export default [
  ...kAcceptable.flatMap(([codings, values]) =>
    values.map((value) => must('9110 12.5.3', `Accept-Encoding: "${value}" is answered in ${codings.join(' or ')}`,
    accepting(value), inOneOf(...codings)))),
  ...table(kExcludingIdentity, (value) =>
    should('9110 12.5.3', `Accept-Encoding: "${value}" is answered in gzip`, accepting(value), inOneOf('gzip'))),
  ...table(['identity;q=0', '*;q=0', 'x, *;q=0', 'identity;q=0, x'], (value) =>
    should('9110 12.5.3', `Accept-Encoding: "${value}", which nothing fits, is answered all the same or with 406 or 415`,
    accepting(value), answer(status(200, 406, 415)))),
  must('9110 5.3', 'Accept-Encoding in two fields is one list', accepting('br;q=0', 'gzip;q=0'), inOneOf('identity')),
  must('9110 12.5.3', 'no Accept-Encoding may be answered in any coding', get('Connection: close'),
    inOneOf('identity', 'gzip', 'br', 'deflate')),
  should('9110 12.5.3', 'what is acceptable is compressed', accepting('gzip'), inOneOf('gzip')),
  ...table(['gzip', 'br'], (coding) => [
    must('9110 8.4', `${coding} tells its coding and its own length`, accepting(coding), answer((each) => {
      assert.ok(kDecode[codingOf(each)], codingOf(each));
      assert.equal(each.field('Content-Length') ?? String(each.body.length), String(each.body.length));
    })),
    should('9110 12.5.5', `${coding} says what it varies by`, accepting(coding), answer((each) =>
      assert.ok(each.list('Vary').some((name) => name === 'accept-encoding' || name === '*')))),
    must('9110 8.8.3.3', `${coding} has another strong tag than identity`, get(`Accept-Encoding: ${coding}`) + get() + last,
      ({answers: [coded, plain]}) => {
        assert.ok(coded && plain);
        const strong = [coded, plain].every((each) => each.field('ETag')?.startsWith('"'));
        if (strong && codingOf(coded) !== codingOf(plain)) assert.notEqual(coded.field('ETag'), plain.field('ETag'));
      }),
    should('9110 9.3.2', `HEAD in ${coding} tells the fields of GET`,
      head(`Accept-Encoding: ${coding}`) + get(`Accept-Encoding: ${coding}`) + last, ({answers: [first, second]}) => {
        for (const name of ['Content-Encoding', 'Content-Length', 'ETag', 'Vary', 'Content-Type']) assert.equal(first?.field(name),
          second?.field(name), name);
      }, {methods: ['HEAD']}),
    must('9110 13.1.2', `the tag of ${coding} is none of identity's`, (site) =>
      [get(`Accept-Encoding: ${coding}`) + get(`If-None-Match: ${site.document.tag}`, `Accept-Encoding: ${coding}`) + last],
      ({answers: [coded, conditional]}, site) => {
        assert.ok(coded && conditional);
        if (codingOf(coded) !== 'identity' && site.document.tag.startsWith('"')) assert.equal(conditional.status, 200);
      }),
  ]),
  should('9110 12.5.5', 'identity says what it varies by', get('Connection: close'),
    answer((each) => assert.ok(each.list('Vary').some((name) => name === 'accept-encoding' || name === '*')))),
  ...table(['Accept: */*', 'Accept: application/json', 'Accept: text/html;q=0.9, */*;q=0.1', 'Accept:', 'Accept-Language: de',
    'Accept-Language: *', 'Accept-Charset: utf-8', 'Accept: *', 'Accept: ,', 'Accept: x'], (line) =>
    should('9110 12.1', `"${line}" is answered`, get(line) + last, answers(document, isLast))),
  ...table(['Accept: image/png', 'Accept: application/json;q=0', 'Accept-Language: tlh', 'Accept-Language: en;q=0',
    'Accept-Charset: ebcdic'], (line) => should('9110 12.4.1',
    `"${line}", which nothing fits, is answered all the same or with 406`, get(line, 'Connection: close'),
    answer(status(200, 406)))),
];
