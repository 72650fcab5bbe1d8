// What is sent, and what an answer that is none becomes.
import assert from 'node:assert/strict';
import test from 'node:test';
import {ToolkitNetworkError, ToolkitProblem} from '@toolkitd/client';
import {answer, staged} from './support/stage.js';

const problem = (fields, headers = {}, status = 400) =>
  new Response(JSON.stringify(fields), {status, headers: {'Content-Type': 'application/problem+json', ...headers}});

const hang = (request) => new Promise((_, reject) => {
  const end = () => reject(request.signal.reason);
  if (request.signal.aborted) end();
  else request.signal.addEventListener('abort', end);
});

test('a request carries no cookie, no referrer, no field but what it accepts, and leaves nothing in another cache', async () => {
  const {client, requests} = staged([answer()]);
  await client.toolkits();
  const [{request, fields}] = requests;
  assert.deepEqual([request.credentials, request.referrerPolicy, request.cache, request.method], ['omit', 'no-referrer', 'no-store', 'GET']);
  assert.deepEqual(fields, {accept: 'application/json'});
});

test('asOf is a Date or a text, and ids and values are encoded', async () => {
  const {client, requests} = staged([answer(), answer(), answer()]);
  await client.section('a', 'b-2', {asOf: new Date('2024-08-28T04:00:00Z')});
  await client.rights({asOf: '2024-08-28T09:00:00+05:00'});
  await client.resources({audience: 'a&b=c', currency: 'current', toolkit: undefined});
  assert.deepEqual(requests.map(({url}) => url), [
    'https://service.example/v1/toolkits/a/sections/b-2?as_of=2024-08-28T04%3A00%3A00.000Z',
    'https://service.example/v1/rights?as_of=2024-08-28T09%3A00%3A00%2B05%3A00',
    'https://service.example/v1/resources?audience=a%26b%3Dc&currency=current']);
});

test('a base address may have a path and a slash at its end', async () => {
  const {ToolkitClient} = await import('@toolkitd/client');
  const urls = [];
  const fetch = async ({url}) => { urls.push(url); return answer(); };
  for (const base of ['https://a.example/law/', new URL('https://a.example/law')]) await new ToolkitClient(base, {fetch}).rights();
  assert.deepEqual(urls, Array(2).fill('https://a.example/law/v1/rights'));
});

for (const id of ['', '.', '..', '../..', 'a/b', 'a?b', 'A', '%2e%2e', 'a\n']) {
  test(`${JSON.stringify(id)} is no id, and is not asked for`, async () => {
    const {client, requests} = staged([]);
    await assert.rejects(client.toolkit(id), RangeError);
    await assert.rejects(client.section('a', id), RangeError);
    assert.equal(requests.length, 0);
  });
}

test('an instant that is none is refused, as a text by the service', async () => {
  const {client} = staged([]);
  await assert.rejects(client.status({asOf: new Date('yesterday')}), RangeError);
});

test('a problem is thrown with all that it says', async () => {
  const sent = {type: '/v1/problems/invalid-parameter', title: 'A title', status: 400, detail: 'A detail', parameter: 'kind', given: 'poem', allowed: ['video']};
  const {client} = staged([problem(sent)]);
  await assert.rejects(client.resources({kind: 'poem'}), (error) => {
    assert.ok(error instanceof ToolkitProblem && error instanceof Error);
    assert.deepEqual({...error}, {name: 'ToolkitProblem', ...sent, retryAfter: undefined});
    assert.equal(error.message, 'A detail');
    return true;
  });
});

test('an error that is no problem document is a problem without a type', async () => {
  for (const body of ['<h1>Bad Gateway</h1>', '', '"text"', '[]', '{"type": 7}', 'null']) {
    const {client} = staged([new Response(body, {status: 502})]);
    await assert.rejects(client.status(), {name: 'ToolkitProblem', type: 'about:blank', status: 502, detail: '', message: 'The answer has the status 502'});
  }
});

test('the status is the answer’s own, and a time to wait is told', async () => {
  const {client} = staged([problem({type: '/v1/problems/unavailable', title: 'T', status: 200, detail: 'D'}, {'Retry-After': '5'}, 503)]);
  await assert.rejects(client.status(), {status: 503, retryAfter: 5});
});

test('a service that is away is another error, with its cause', async () => {
  const {client} = staged([]);
  await assert.rejects(client.status(), (error) => {
    assert.ok(error instanceof ToolkitNetworkError && !(error instanceof ToolkitProblem));
    assert.equal(error.message, 'https://service.example did not answer');
    assert.equal(error.cause.message, 'fetch failed');
    return true;
  });
});

for (const [name, body] of [['a page to log in', '<html>'], ['other JSON', '{"ok": true}'], ['null', 'null'], ['an end that is none', '{"meta": {"valid_until": 7}}']]) {
  test(`${name} in the service’s place is no answer, is not kept, and a copy stands in for it`, async () => {
    const {client, clock} = staged([new Response(body), answer({until: null, cacheControl: 'max-age=1, stale-if-error=9'}), new Response(body)]);
    await assert.rejects(client.status(), ToolkitNetworkError);
    await client.status();
    clock.pass(2);
    assert.equal((await client.status()).source, 'stale-copy');
  });
}

test('a body that breaks off is no answer', async () => {
  const broken = new ReadableStream({start: (controller) => controller.error(new TypeError('terminated'))});
  const {client} = staged([new Response(broken)]);
  await assert.rejects(client.status(), ToolkitNetworkError);
});

test('a caller who gives up is given their own reason, and no copy', async () => {
  const {client, clock} = staged([answer({until: null, cacheControl: 'max-age=1, stale-if-error=9'}), hang]);
  await client.status();
  clock.pass(2);
  const controller = new AbortController();
  const asked = client.status({signal: controller.signal});
  controller.abort();
  await assert.rejects(asked, {name: 'AbortError'});
});

test('a request that runs out of time is a service that is away', async () => {
  const late = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
  const {client, clock} = staged([hang, answer({until: null, cacheControl: 'max-age=1, stale-if-error=9'}), hang]);
  await assert.rejects(client.status({signal: late}), ToolkitNetworkError);
  await client.status();
  clock.pass(2);
  assert.equal((await client.status({signal: late})).source, 'stale-copy');
});
