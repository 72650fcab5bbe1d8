import assert from 'node:assert/strict';
import test from 'node:test';
import {check, operationOf, operations, samplePath} from './support/contract.js';
import {crawl} from './support/paths.js';
import {start} from './support/service.js';
import {get, head, send} from './support/wire.js';

const service = await start();
const kMethods = 'GET, HEAD, OPTIONS';
const samples = operations.filter(({method}) => method === 'GET')
  .map(({template, parameters}) => samplePath(template, parameters));

const told = ({fields}) => fields.filter(([name]) => name !== 'Date').sort();

test('HEAD has the fields of GET and no content, on every path', async () => {
  const errors = ['/v1/nothing', '/v1?as_of=yesterday', '/v1/', '/nothing'];
  for (const target of [...new Set([...samples, ...await crawl(service), ...errors])]) {
    if (['/healthz', '/metrics'].includes(target)) continue; // their length follows the clock
    const [whole, fields] = await Promise.all([get(service, target), head(service, target)]);
    assert.equal(fields.status, whole.status, target);
    assert.deepEqual(told(fields), told(whole), target);
    assert.equal(fields.field('Content-Length'), String(whole.body.length), target);
  }
});

test('OPTIONS names the methods on every path', async () => {
  for (const target of samples) assert.equal((await send(service, 'OPTIONS', target)).field('Allow'), kMethods, target);
});

for (const method of ['PROPFIND', 'get', 'X']) {
  test(`${method} is no method that is known here`, async () => {
    const answer = await send(service, method, '/v1');
    assert.equal(answer.status, 501);
    assert.equal(answer.json.type, '/v1/problems/not-implemented');
    check(operationOf('GET', '/v1'), answer);
  });
}

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE']) {
  test(`${method} is not allowed on any path, and the answer names the methods that are`, async () => {
    for (const target of samples) {
      const answer = await send(service, method, target);
      assert.equal(answer.status, 405, target);
      assert.equal(answer.field('Allow'), kMethods, target);
      assert.equal(answer.json.type, '/v1/problems/method-not-allowed');
      check(operationOf('GET', target), answer);
    }
  });
}

test('a request’s content is not read: a GET with some is answered as without', async () => {
  const plain = await get(service, '/v1/rights');
  const answer = await get(service, '/v1/rights', {'Content-Length': '0', 'Content-Type': 'application/json'});
  assert.equal(answer.text, plain.text);
});
