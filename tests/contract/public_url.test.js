// Behind an address of its own, the service names that address wherever it names itself.
import assert from 'node:assert/strict';
import test from 'node:test';
import {check, operationOf} from './support/contract.js';
import {crawl} from './support/paths.js';
import {start} from './support/service.js';
import {flag} from './support/time.js';
import {get} from './support/wire.js';

const address = 'https://toolkits.example/api';
const service = await start({args: ['--public-url', address]});
const plain = await start();

// The answer of a service without an address of its own, with the address before every path of its own.
const named = (text) => text.replaceAll(/"(\/(?:v1|openapi)[^"]*)"/g, `"${address}$1"`);

test('every address of its own in every answer is whole', async () => {
  for (const target of (await crawl(plain)).filter((each) => each.startsWith('/v1'))) {
    const answer = await get(service, target);
    if (answer.mediaType === 'application/atom+xml') continue; // feeds.test.js follows its links
    check(operationOf('GET', target), answer);
    assert.deepEqual(answer.json, JSON.parse(named((await get(plain, target)).text)), target);
  }
});

test('links in the header, redirects and problems are whole', async () => {
  const link = (await get(service, flag)).field('Link');
  for (const path of [`${flag}>; rel="canonical"`, '/v1/rights>; rel="license"', '/openapi.json>; rel="describedby"', '/openapi.yaml>; rel="service-desc"']) {
    assert.ok(link.includes(`<${address}${path}`), link);
  }
  assert.equal((await get(service, '/')).field('Location'), `${address}/v1`);
  assert.equal((await get(service, '/v1/toolkits/')).field('Location'), `${address}/v1/toolkits`);
  for (const target of ['/v1/nothing', '/v1?as_of=yesterday', `/v1?${'x'.repeat(20_000)}`]) {
    assert.match((await get(service, target)).json.type, new RegExp(`^${address}/v1/problems/`));
  }
});
