import assert from 'node:assert/strict';
import test from 'node:test';
import {check, operationOf} from './support/contract.js';
import {start} from './support/service.js';
import {flag} from './support/time.js';
import {get, send} from './support/wire.js';

const service = await start();
const long = 'x'.repeat(20_000);
const manyFields = Array.from({length: 200}, (_, i) => [`X-Field-${i}`, 'x']);

// [problem, status, request]
const provoked = [
  ['not-found', 404, () => get(service, '/v1/nothing')],
  ['invalid-parameter', 400, () => get(service, '/v1?as_of=yesterday')],
  ['unknown-parameter', 400, () => get(service, '/v1/toolkits?limit=5')],
  ['method-not-allowed', 405, () => send(service, 'DELETE', '/v1')],
  ['precondition-failed', 412, () => get(service, flag, {'If-Match': '"a"'})],
  ['bad-request', 400, () => get(service, '/v1', {'Content-Length': 'many'})],
  ['uri-too-long', 414, () => get(service, `/v1?${long}`)],
  ['head-too-large', 431, () => get(service, '/v1', {Cookie: long})],
  ['head-too-large', 431, () => get(service, '/v1', manyFields)],
  ['content-too-large', 413, () => send(service, 'POST', '/v1', {'Content-Length': '10000000000'})],
  ['not-implemented', 501, () => send(service, 'POST', '/v1', {'Transfer-Encoding': 'gzip, chunked'})],
  ['version-not-supported', 505, () => send(service, 'GET', '/v1', {}, 'GET /v1 HTTP/2.0')],
];

for (const [id, status, ask] of provoked) {
  test(`the problem ${id} (${status}) is documented at the address that it names`, async () => {
    const answer = await ask();
    assert.equal(answer.status, status);
    assert.equal(answer.mediaType, 'application/problem+json');
    check(operationOf('GET', '/v1/problems/not-found'), answer);
    const problem = answer.json;
    assert.equal(problem.type, `/v1/problems/${id}`);
    assert.equal(problem.status, status);
    const {data} = (await get(service, problem.type)).json;
    assert.deepEqual([data.id, data.status, data.title], [id, status, problem.title]);
  });
}

test('every problem of the list has its page, and the page says the same', async () => {
  const {data} = (await get(service, '/v1/problems')).json;
  for (const entry of data) assert.deepEqual((await get(service, `/v1/problems/${entry.id}`)).json.data, entry);
  for (const [id] of provoked) assert.ok(data.some((entry) => entry.id === id), id);
});

test('a problem tells nothing of the inside, and repeats nothing that it need not', async () => {
  for (const target of ['/v1/<script>', '/v1/..%2f..%2fetc%2fpasswd', '/v1/%00', '/v1/%ff%fe', '/v1/%']) {
    const {status, text} = await get(service, target);
    assert.ok([400, 404].includes(status), target);
    assert.doesNotMatch(text, /script|passwd|exception|\.cpp|std::/, target);
  }
});

test('a request that is not HTTP is refused, and the connection closed', async () => {
  for (const line of ['GET', 'GET /v1', 'GET  /v1 HTTP/1.1', 'GET v1 HTTP/1.1', 'GET /v1 HTTP/1.1 ', 'GET /v 1 HTTP/1.1']) {
    const answer = await send(service, 'GET', '/v1', {}, line);
    assert.equal(answer.status, 400, line);
    assert.equal(answer.field('Connection'), 'close', line);
  }
});
