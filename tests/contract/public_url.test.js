// Behind an address of its own, the service names that address wherever it names itself.
import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'yaml';
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
    if (/feed\.(atom|json)$/.test(target)) continue; // feeds.test.js follows their links
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

test('the contract names the server with its path, so that clients made from it ask there', async () => {
  for (const target of ['/openapi.json', '/openapi.yaml']) {
    const {servers} = parse((await get(service, target)).text);
    assert.deepEqual(servers.map(({url}) => url), [address], target);
    const resolved = new URL(servers[0].url, `${address}${target}`).href.replace(/\/$/, '');
    assert.equal(`${resolved}/v1/toolkits`, `${address}/v1/toolkits`);
    const {servers: own} = parse((await get(plain, target)).text);
    assert.deepEqual(own.map(({url}) => url), ['/'], target);
  }
});

test('the contract says the same otherwise, in both formats', async () => {
  const [yaml, json, without] = [await get(service, '/openapi.yaml'), await get(service, '/openapi.json'), await get(plain, '/openapi.json')];
  assert.deepEqual(parse(yaml.text), json.json);
  assert.deepEqual({...json.json, servers: without.json.servers}, without.json);
});
