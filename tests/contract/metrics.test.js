// Metrics where everything else is, and at an address of their own.
import assert from 'node:assert/strict';
import test from 'node:test';
import {during, start} from './support/service.js';
import {get, send} from './support/wire.js';

const service = await start();
const kOwn = ['--metrics-address', '127.0.0.1:0'];

// Where a service that was started so has its metrics.
function own({said}) {
  const [, host, port] = /metrics at http:\/\/([\d.]+):(\d+)\/metrics/.exec(said());
  return {host, port: Number(port)};
}

test('no script of another site may read the metrics', async () => {
  const answer = await send(service, 'GET', '/metrics', {Origin: 'https://portal.example'});
  assert.equal(answer.status, 200);
  assert.equal(answer.field('Access-Control-Allow-Origin'), undefined);
  assert.equal(answer.field('Cache-Control'), 'no-store');
});

test('a request is counted by its route, and what it held is nowhere', async () => {
  await get(service, '/v1/toolkits/a-secret-name?as_of=2024-08-28&lang=es');
  const {text} = await get(service, '/metrics');
  assert.match(text, /^toolkitd_http_requests_total\{method="GET",route="\/v1\/toolkits\/\{toolkit\}",status_class="4xx"\} 1$/m);
  assert.doesNotMatch(text, /secret|as_of|127\.0\.0\.1/);
});

test('at an address of their own they are there alone, and nothing else is', () => during({args: kOwn}, async (started) => {
  const there = own(started);
  assert.equal((await get(there, '/metrics')).status, 200);
  assert.equal((await get(there, '/v1')).status, 404);
  assert.equal((await send(there, 'POST', '/metrics')).status, 405);
  assert.equal((await send(there, 'GET', '/metrics', {}, 'GET /metrics HTTP/2.0')).status, 505);
  const here = await get(started, '/metrics');
  assert.equal(here.status, 404);
  assert.equal(here.mediaType, 'application/problem+json');
}));

test('scrapes of an address of their own are no requests of readers', () => during({args: kOwn}, async (started) => {
  await get(own(started), '/metrics');
  const {text} = await get(own(started), '/metrics');
  assert.match(text, /^toolkitd_http_connections_accepted_total 0$/m);
}));

test('without them, there are none', () => during({args: [...kOwn, '--metrics', 'false']}, async (started) => {
  assert.equal((await get(started, '/metrics')).status, 404);
  assert.doesNotMatch(started.said(), /metrics at/);
}));

test('a service that others reach warns that they read the metrics, too', async () => {
  const warning = /warning start: whoever reaches the service reads at \/metrics/;
  const args = ['--host', '0.0.0.0'];
  await during({args}, ({said}) => assert.match(said(), warning));
  await during({args: [...args, ...kOwn]}, ({said}) => assert.doesNotMatch(said(), warning));
  await during({}, ({said}) => assert.doesNotMatch(said(), warning));
});

test('an address that cannot be had is refused before anything is served', async () => {
  await assert.rejects(start({args: ['--metrics-address', `127.0.0.1:${service.port}`]}), /ended with 2: toolkitd: metrics_address: the address 127\.0\.0\.1:\d+ is taken/);
});

for (const address of ['9464', '127.0.0.1', '127.0.0.1:', '127.0.0.1:65536', '::1:9464', '[::1]', '[127.0.0.1]:9464']) {
  test(`${address} is refused as no address`, () =>
    assert.rejects(start({args: ['--metrics-address', address]}), /is no address such as 127\.0\.0\.1:9464/));
}
