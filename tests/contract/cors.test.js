// A script of any site may read every answer, the errors included.
import assert from 'node:assert/strict';
import test from 'node:test';
import {start} from './support/service.js';
import {flag} from './support/time.js';
import {send} from './support/wire.js';

const service = await start();
const Origin = 'https://portal.example';

const requests = [
  ['GET', flag, 200], ['HEAD', flag, 200], ['GET', '/', 307], ['GET', '/v1/', 308], ['GET', '/v1?as_of=yesterday', 400],
  ['GET', '/v1/nothing', 404], ['POST', flag, 405], ['GET', `/v1?${'x'.repeat(20_000)}`, 414], ['OPTIONS', flag, 204],
  ['GET', '/healthz', 200], ['GET', '/openapi.json', 200],
];

for (const [method, target, status] of requests) {
  test(`${method} ${target.slice(0, 50)} (${status}) may be read by any site`, async () => {
    const answer = await send(service, method, target, {Origin});
    assert.equal(answer.status, status);
    assert.equal(answer.field('Access-Control-Allow-Origin'), '*');
    assert.equal(answer.field('Access-Control-Allow-Credentials'), undefined);
    const exposed = answer.field('Access-Control-Expose-Headers').split(', ');
    for (const name of ['ETag', 'Link', 'Date', 'Location', 'Allow', 'Toolkitd-Rehearsal']) assert.ok(exposed.includes(name), name);
  });
}

test('a 304 may be read by any site', async () => {
  const answer = await send(service, 'GET', flag, {Origin, 'If-None-Match': '*'});
  assert.equal(answer.status, 304);
  assert.match(answer.field('Access-Control-Expose-Headers'), /\bETag\b/);
});

test('an answer is the same whether or not a site is named', async () => {
  const withoutDate = ({fields}) => fields.filter(([name]) => name !== 'Date');
  const [named, plain] = await Promise.all([{Origin}, {}].map((fields) => send(service, 'GET', flag, fields)));
  assert.deepEqual(withoutDate(named), withoutDate(plain));
  assert.equal(named.text, plain.text);
});

// What fetch, wrappers of it and tracing libraries add by themselves.
const kAdded = ['Content-Type', 'X-Requested-With', 'Authorization', 'Cache-Control', 'Pragma', 'traceparent', 'tracestate', 'baggage',
  'sentry-trace', 'x-datadog-trace-id', 'x-datadog-parent-id', 'x-datadog-sampling-priority', 'x-datadog-origin', 'b3', 'x-b3-traceid',
  'x-b3-spanid', 'x-b3-sampled', 'X-Request-Id', 'X-Correlation-Id', 'newrelic', 'If-None-Match', 'If-Modified-Since', 'If-Match', 'Accept',
  'Accept-Language', 'uber-trace-id', 'x-amzn-trace-id', 'request-id', 'x-cloud-trace-context', 'range', 'x-csrf-token'];

test('a preflight allows what scripts and tracing libraries send, by its name and by the asterisk', async () => {
  const answer = await send(service, 'OPTIONS', flag, {
    Origin, 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'x-of-somebody, <script>'});
  const allowed = answer.field('Access-Control-Allow-Headers').toLowerCase().split(', ');
  for (const name of kAdded) assert.ok(allowed.includes(name.toLowerCase()), name);
  assert.ok(allowed.includes('*'));
  assert.ok(allowed.every((name) => /^(\*|[a-z0-9-]+)$/.test(name)), 'nothing of the client’s is repeated');
  assert.ok(!allowed.includes('x-of-somebody'));
});

test('a request with what was allowed is answered as one without', async () => {
  const plain = await send(service, 'GET', flag);
  const answer = await send(service, 'GET', flag, {Origin, 'Content-Type': 'application/json', Authorization: 'Bearer x', tracestate: 'a=b', baggage: 'c=d'});
  assert.equal(answer.status, 200);
  assert.equal(answer.text, plain.text);
});

for (const target of [flag, '/', '/v1/nothing', '/healthz', '/v1/toolkits/']) {
  test(`a preflight for ${target} allows a conditional GET`, async () => {
    const answer = await send(service, 'OPTIONS', target, {
      Origin, 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match,if-modified-since'});
    assert.equal(answer.status, 204);
    assert.ok(answer.field('Access-Control-Allow-Methods').split(', ').includes('GET'));
    const allowed = answer.field('Access-Control-Allow-Headers').toLowerCase().split(', ');
    for (const name of ['if-none-match', 'if-modified-since']) assert.ok(allowed.includes(name), name);
    assert.ok(Number(answer.field('Access-Control-Max-Age')) > 0);
  });
}
