import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'yaml';
import {readFileSync} from 'node:fs';
import {startConfigured} from './support/configured.js';
import {contract, file, operations, sampleTarget} from './support/contract.js';
import {crawl} from './support/paths.js';
import {run, start} from './support/service.js';
import {get, send} from './support/wire.js';

const service = await start();
const configured = await startConfigured();

test('every route is in the document, and every path of the document is a route', async () => {
  const routes = (await run('show', '--routes')).trim().split('\n').map((line) => line.trim());
  assert.deepEqual(routes.sort(), Object.keys(contract.paths).sort());
});

test('every path of the document answers', async () => {
  for (const {template, parameters} of operations.filter(({method}) => method === 'GET')) {
    const {status} = await get(configured, sampleTarget(template, parameters));
    assert.ok(status === 200 || status === 307, `${template}: ${status}`);
  }
});

test('every path of the document has GET, HEAD and OPTIONS', () => {
  for (const [template, item] of Object.entries(contract.paths)) {
    assert.deepEqual(Object.keys(item).filter((key) => key !== 'parameters'), ['get', 'head', 'options'], template);
  }
});

test('every link of an answer leads to an answer', async () => {
  for (const target of await crawl(service)) assert.equal((await get(service, target)).status, 200, target);
});

test('the index leads to every list', async () => {
  const listed = (await get(service, '/v1')).json.data.map(({href}) => href);
  const wanted = Object.keys(contract.paths).filter((template) => /^\/v1\/[a-z-]+$/.test(template));
  assert.deepEqual(listed.sort(), wanted.sort());
});

test('every item of every list has its id', async () => {
  for (const target of await crawl(service)) {
    if (!target.startsWith('/v1')) continue;
    const answer = await get(service, target);
    if (answer.mediaType !== 'application/json') continue;
    const {data} = answer.json;
    if (Array.isArray(data)) data.forEach((item) => assert.match(item.id ?? '', /^[a-z0-9-]+$/, target));
  }
});

test('/openapi.yaml is the document, byte for byte', async () => {
  assert.equal((await get(service, '/openapi.yaml')).text, readFileSync(file, 'utf8'));
});

test('/openapi.json says what the document says', async () => {
  assert.deepEqual((await get(service, '/openapi.json')).json, parse(readFileSync(file, 'utf8')));
});

test('a path that is not in the document is not found', async () => {
  for (const target of ['/v2', '/v1/toolkit', '/v1/toolkits/lereporting/notice', '/index.html', '/v1/rights/cast', '/*']) {
    assert.equal((await get(service, target)).status, 404, target);
  }
  assert.equal((await send(service, 'OPTIONS', '*')).status, 204);
});
