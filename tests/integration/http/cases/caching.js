import {answer, answers, assert, document, eachAnswer, last as isLast, status} from '../expect.js';
import {get, kDocument, kHidden, kMissing, kRedirect, last, request} from '../bytes.js';
import {must, should, table} from '../case.js';

const at = (path, ...fields) => request(`GET ${path} HTTP/1.1`, ...fields, 'Connection: close');
const kDirective = /^[!#$%&'*+.^_`|~0-9a-z-]+(=([!#$%&'*+.^_`|~0-9a-z-]+|"[^"]*"))?$/;
const kSeconds = ['max-age', 's-maxage', 'stale-while-revalidate', 'stale-if-error'];

const directives = (each) => each.list('Cache-Control').map((text) => text.split('='));

export default [
  ...table([kDocument, kHidden, kMissing, kRedirect], (path) => [
    must('9111 5.2', `Cache-Control of ${path} is a list of directives`, at(path), eachAnswer((each) =>
      each.list('Cache-Control').forEach((text) => assert.match(text, kDirective)))),
    must('9111 5.2.2.1', `seconds in Cache-Control of ${path} are numbers without quotes`, at(path), eachAnswer((each) =>
      directives(each).filter(([name]) => kSeconds.includes(name)).forEach(([name, value]) => assert.match(value ?? '', /^\d+$/,
        name)))),
    must('9111 4.2.1', `Cache-Control of ${path} says nothing twice`, at(path), eachAnswer((each) => {
      const names = directives(each).map(([name]) => name);
      assert.equal(new Set(names).size, names.length);
    })),
    must('9111 5.1', `${path} has no Age, for it is from its origin`, at(path), eachAnswer((each) => assert.equal(each.field('Age'),
      undefined))),
    must('9111 5.3', `Expires of ${path}, if any, is a date`, at(path), eachAnswer((each) =>
      each.field('Expires') && assert.ok(!Number.isNaN(Date.parse(each.field('Expires')))))),
    should('9111 5.5', `${path} has no Warning`, at(path), eachAnswer((each) => assert.equal(each.field('Warning'), undefined))),
  ]),
  should('9111 4.2.2', 'a document tells how long it is fresh', at(kDocument),
    answer((each) => assert.ok(each.field('Expires') ?? directives(each).some(([name]) =>
    ['max-age', 's-maxage', 'no-store', 'no-cache'].includes(name))))),
  ...table(['no-cache', 'no-store', 'max-age=0', 'max-age=100', 'max-stale', 'max-stale=10', 'min-fresh=10', 'no-transform',
    'only-if-cached', 'x', '', 'max-age=x', 'MAX-AGE="5"'], (value) =>
    should('9111 5.2.1', `Cache-Control: "${value}" of a client is answered`, get(`Cache-Control: ${value}`) + last,
    answers(document, isLast))),
  should('9111 5.4', 'Pragma: no-cache of a client is answered', get('Pragma: no-cache') + last, answers(document, isLast)),
  must('9111 4.3.1', 'validation with the tag that came is 304', (site) => [at(kDocument, `If-None-Match: ${site.document.tag}`)],
    answer(status(304))),
  must('9111 4.3.1', 'validation with the date that came is 304', (site) =>
    [at(kDocument, `If-Modified-Since: ${site.document.modified}`)], answer(status(304))),
  must('9111 4.3.2', 'validation with both that came is 304', (site) =>
    [at(kDocument, `If-None-Match: ${site.document.tag}`, `If-Modified-Since: ${site.document.modified}`)], answer(status(304))),
];
