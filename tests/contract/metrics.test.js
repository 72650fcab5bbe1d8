// Metrics where everything else is, and at an address of their own.
import assert from 'node:assert/strict';
import test from 'node:test';
import {networkInterfaces} from 'node:os';
import {check, operationOf} from './support/contract.js';
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

const kPublic = ['--metrics-public', 'true'];
const kForwarding = [['Forwarded', 'for=192.0.2.1'], ['X-Forwarded-For', '192.0.2.1'], ['X-Forwarded-Proto', 'https'], ['Via', '1.1 proxy'],
  ['X-Real-IP', '192.0.2.1'], ['CF-Connecting-IP', '192.0.2.1'], ['x-forwarded-host', '']];

for (const [name, value] of kForwarding) {
  test(`metrics through a proxy that sends ${name} are not there, unless they are public`, async () => {
    for (const path of ['/metrics', '/%6Detrics']) {
      const answer = await get(service, path, {[name]: value});
      assert.equal(answer.status, 404, path);
      assert.equal(answer.mediaType, 'application/problem+json');
      assert.equal(answer.field('Cache-Control'), 'no-store');
      check(operationOf('GET', '/metrics'), answer);
      assert.doesNotMatch(answer.text, /192\.0\.2\.1|toolkitd_/);
    }
    await during({args: kPublic}, async (open) => assert.equal((await get(open, '/metrics', {[name]: value})).status, 200));
    await during({args: kOwn}, async (started) => assert.equal((await get(own(started), '/metrics', {[name]: value})).status, 200));
  });
}

test('metrics are not there for another machine, unless they are public', async () => {
  const outside = Object.values(networkInterfaces()).flat().filter(({family, internal}) => family === 'IPv4' && !internal);
  for (const [args, status] of [[[], 404], [kPublic, 200]]) {
    await during({args: ['--host', '0.0.0.0', ...args]}, async ({port}) => {
      assert.equal((await get({host: '127.0.0.1', port}, '/metrics')).status, 200);
      for (const {address} of outside) assert.equal((await get({host: address, port}, '/metrics')).status, status, address);
    });
  }
});

test('a service whose metrics are public warns of it where others reach it', async () => {
  const warning = /warning start: \/metrics is public; set metrics_address to move it/;
  await during({args: ['--host', '0.0.0.0']}, ({said}) => assert.doesNotMatch(said(), warning));
  const args = ['--host', '0.0.0.0', ...kPublic];
  await during({args}, ({said}) => assert.match(said(), warning));
  await during({args: [...args, ...kOwn]}, ({said}) => assert.doesNotMatch(said(), warning));
  await during({args: kPublic}, ({said}) => assert.doesNotMatch(said(), warning));
});

test('an address that cannot be had is refused before anything is served', async () => {
  await assert.rejects(start({args: ['--metrics-address', `127.0.0.1:${service.port}`]}), /ended with 2: toolkitd: metrics_address: the address 127\.0\.0\.1:\d+ is taken/);
});

for (const address of ['9464', '127.0.0.1', '127.0.0.1:', '127.0.0.1:65536', '::1:9464', '[::1]', '[127.0.0.1]:9464']) {
  test(`${address} is refused as no address`, () =>
    assert.rejects(start({args: ['--metrics-address', address]}), /is no address such as 127\.0\.0\.1:9464/));
}
