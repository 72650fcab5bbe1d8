// Requests whose answers tell which request they are for, and clients that ask many of them at once.
import assert from 'node:assert/strict';
import {converse} from '../support/conversation.js';

const kFirstInstant = Date.parse('2020-01-01T00:00:00Z');

// No two numbers have the same instant.
const instant = (i) => new Date(kFirstInstant + i * 1000).toISOString().replace('.000Z', 'Z');

const line = (method, target, ...fields) => [`${method} ${target} HTTP/1.1`, 'Host: a', ...fields, '', ''].join('\r\n');
const json = ({body}) => JSON.parse(body.toString());

// Each makes {bytes, method, check} for a number, of which the answer to no other number passes the check.
const told = [
  (i) => ({
    bytes: line('GET', `/v1?as_of=nr-${i}`),
    check: (answer) => {
      assert.equal(answer.status, 400);
      assert.equal(json(answer).given, `nr-${i}`);
    },
  }),
  (i) => ({
    bytes: line('GET', `/v1/toolkits/?as_of=${instant(i)}`),
    check: (answer) => {
      assert.equal(answer.status, 308);
      assert.ok(answer.field('Location').endsWith(`/v1/toolkits?as_of=${instant(i)}`), answer.field('Location'));
    },
  }),
  (i) => ({
    bytes: line('GET', `/v1/toolkits/?utm={{x}}|"<b>"^\`\\&as_of=${instant(i)}`),
    check: (answer) => {
      assert.equal(answer.status, 308);
      assert.ok(answer.field('Location').endsWith(`/v1/toolkits?as_of=${instant(i)}`), answer.field('Location'));
    },
  }),
  (i) => ({
    bytes: line('GET', `/v1/resources?kind=nr-${i}`, 'Content-Length: 40') + line('GET', '/v1/hidden').slice(0, 40).padEnd(40, 'x'),
    check: (answer) => {
      assert.equal(answer.status, 400);
      assert.equal(json(answer).given, `nr-${i}`);
    },
  }),
  (i) => ({
    method: 'HEAD',
    bytes: line('HEAD', `/v1/resources/?as_of=${instant(i)}`),
    check: (answer) => {
      assert.equal(answer.status, 308);
      assert.ok(answer.field('Location').endsWith(`/v1/resources?as_of=${instant(i)}`), answer.field('Location'));
    },
  }),
  (i) => ({
    bytes: `${line('GET', `/v1/rights?as_of=nr-${i}`, 'Transfer-Encoding: chunked')}10\r\nGET /v1 HTTP/1.1\r\n0\r\n\r\n`,
    check: (answer) => {
      assert.equal(answer.status, 400);
      assert.equal(json(answer).given, `nr-${i}`);
    },
  }),
];

export const numbered = (i) => told[i % told.length](i);

// Whether a body tells which numbered request it is for.
export const isNumbered = (body) => body.includes('"nr-');

// A request for a document, whose answer is that document's bytes: `documents` are those that were fetched directly.
export function documented(documents, i) {
  const [target, body] = documents[i % documents.length];
  return {
    bytes: line('GET', target),
    check: (answer) => {
      assert.equal(answer.status, 200, target);
      assert.ok(answer.body.equals(body), `the answer to ${target} is another one`);
    },
  };
}

export async function fetchAll(server, targets) {
  const {answers} = await converse(server, targets.map((target) => line('GET', target)).join('') + line('GET', '/v1',
    'Connection: close'));
  return targets.map((target, i) => [target, answers[i].body]);
}

// One client: sends its requests one after the other on one connection, each when the answer before it has come.
export async function ask(server, requests) {
  const steps = requests.flatMap(({bytes}, i) => [bytes, (seen) => seen.answers.length > i || Boolean(seen.fault)]);
  const methods = requests.map(({method}) => method ?? 'GET');
  return checked(requests, await converse(server, [...steps, line('GET', '/livez', 'Connection: close')], methods));
}

// One client that sends all its requests at once.
export async function pipeline(server, requests) {
  const bytes = requests.map((each) => each.bytes).join('');
  const methods = requests.map(({method}) => method ?? 'GET');
  return checked(requests, await converse(server, bytes + line('GET', '/livez', 'Connection: close'), methods));
}

function checked(requests, {answers, fault, closed}) {
  assert.equal(fault, undefined);
  assert.ok(closed, 'the connection stays open');
  assert.equal(answers.length, requests.length + 1, `answers: ${answers.map(({status}) => status)}`);
  requests.forEach(({check}, i) => check(answers[i]));
  return answers;
}
