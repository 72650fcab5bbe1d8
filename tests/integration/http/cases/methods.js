import {answer, answers, assert, both, document, eachAnswer, every, last as isLast, status} from '../expect.js';
import {get, head, kDocument, kHidden, kLarge, kMissing, kRedirect, last, request} from '../bytes.js';
import {must, should, table} from '../case.js';

const paths = [kDocument, kHidden, kLarge, kMissing, kRedirect];
const ask = (method, path = kDocument, ...fields) => request(`${method} ${path} HTTP/1.1`, ...fields);
const closing = (method, path = kDocument) => ask(method, path, 'Connection: close');

// Fields of the message and not of the representation, or of its instant.
const kOfTheMessage = ['date', 'connection', 'keep-alive', 'transfer-encoding'];
const fieldsOf = ({fields}) => fields.map(([name, value]) => [name.toLowerCase(), value]).filter(([name]) =>
  !kOfTheMessage.includes(name)).sort();

const allows = (each) => {
  const methods = each.list('Allow');
  for (const method of ['get', 'head']) assert.ok(methods.includes(method), `Allow does not name ${method.toUpperCase()}`);
};

const noContent = ({body}) => assert.equal(body.length, 0, 'content');

export default [
  ...table(paths, (path) => [
    must('9110 9.3.2', `HEAD ${path} has no content`, ask('HEAD', path) + last, answers(noContent, isLast), {methods: ['HEAD']}),
    should('9110 9.3.2', `HEAD ${path} has the status and the fields of GET`, ask('HEAD', path) + ask('GET', path) + last,
      ({answers: [first, second]}) => {
        assert.ok(first && second, 'two answers are missing');
        assert.equal(first.status, second.status);
        assert.deepEqual(fieldsOf(first), fieldsOf(second));
      }, {methods: ['HEAD']}),
    must('9110 8.6', `the length that HEAD ${path} tells is that of GET`, ask('HEAD', path) + ask('GET', path) + last,
      ({answers: [first, second]}) => {
        assert.ok(first && second, 'two answers are missing');
        const told = first.field('Content-Length');
        if (told !== undefined) assert.equal(told, String(second.body.length));
      }, {methods: ['HEAD']}),
  ]),
  must('9110 9.3.2', 'HEAD of compressed content has no content', head('Accept-Encoding: gzip, br') + last,
    answers(document, isLast), {methods: ['HEAD']}),
  must('9110 8.6', 'the length that HEAD of compressed content tells is that of GET',
    head('Accept-Encoding: gzip') + get('Accept-Encoding: gzip') + last, ({answers: [first, second]}) => {
      assert.ok(first && second, 'two answers are missing');
      if (first.field('Content-Length') !== undefined) assert.equal(first.field('Content-Length'), String(second.body.length));
    }, {methods: ['HEAD']}),
  must('9110 9.3.2', 'HEAD in HTTP/1.0 has no content', request(`HEAD ${kDocument} HTTP/1.0`), answers(noContent), {methods: ['HEAD']}),
  ...table([kDocument, kLarge, '*'], (path) =>
    should('9110 9.3.7', `OPTIONS ${path}, if it is answered, names the methods`, closing('OPTIONS', path),
    answer(status(200, 204, 405, 501), (each) => each.status < 300 && allows(each)))),
  ...table([kDocument, '*'], (path) => must('9110 15.3.5', `OPTIONS ${path} has neither length nor coding with 204`, closing('OPTIONS', path),
    eachAnswer((each) =>
      each.status === 204 && assert.equal(each.field('Content-Length') ?? each.field('Transfer-Encoding'), undefined)))),
  must('9110 9.3.7', 'OPTIONS with content is read to its end', ask('OPTIONS', kDocument, 'Content-Length: 5') + 'hello' + last,
    answers(both(), isLast)),
  must('9110 13.2.1', 'OPTIONS knows no precondition', ask('OPTIONS', kDocument, 'If-Match: "x"') + ask('OPTIONS') + last, (seen) => {
    assert.equal(seen.answers[0]?.status, seen.answers[1]?.status);
  }),
  must('9110 7.6.2', 'OPTIONS with Max-Forwards: 0 is answered here', ask('OPTIONS', kDocument, 'Max-Forwards: 0') + last,
    answers(both(), isLast)),
  ...table(['POST', 'PUT', 'DELETE', 'PATCH'], (method) => [
    should('9110 9.1', `${method} is known and not allowed`, closing(method), answer(status(405))),
    must('9110 15.5.6', `the answer to ${method} names the methods that are allowed`, closing(method), answer((each) =>
      each.status === 405 && allows(each))),
  ]),
  ...table(['TRACE'], (method) => [
    should('9110 9.3.8', `${method} does not send the client's fields back`, ask(method, kDocument, 'Cookie: secret',
      'Authorization: secret', 'Connection: close'),
      every(answers(both()), eachAnswer(({body}) => assert.ok(!body.includes('secret'))))),
    must('9110 15.5.6', `the answer to ${method} names the methods that are allowed`, closing(method), answer((each) =>
      each.status === 405 && allows(each))),
  ]),
  ...table(['PUT', 'DELETE'], (method) =>
    must('9110 9.2.1', `${method} changes nothing`, ask(method) + get() + last, answers(both(), document, isLast))),
];
