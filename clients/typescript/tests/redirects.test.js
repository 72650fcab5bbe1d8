// Redirects within the service's origin are followed, as for an id that was renamed; none to another origin is.
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, test} from 'node:test';
import {ToolkitClient, ToolkitNetworkError} from '@toolkitd/client';
import {answer, staged} from './support/stage.js';

const to = (location, status = 308) => new Response(null, {status, headers: location ? {Location: location} : {}});
const opaque = () => Object.defineProperty(Response.error(), 'type', {value: 'opaqueredirect'});
const saysSo = (pattern) => (error) => error instanceof ToolkitNetworkError && pattern.test(error.message);

const servers = [];
after(() => servers.forEach((server) => server.close()));

async function serving(answering) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    answering(request, response);
  });
  servers.push(server);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {asked, url: `http://127.0.0.1:${server.address().port}`};
}

async function sendOn(response, answered) {
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(await answered.text());
}

for (const status of [301, 302, 303, 307, 308]) {
  test(`a ${status} to another origin is not followed, and the error names it`, async () => {
    const other = await serving((_, response) => sendOn(response, answer()));
    const service = await serving((_, response) => sendOn(response, to(`${other.url}/v1/toolkits/a`, status)));
    await assert.rejects(new ToolkitClient(service.url).toolkit('a'), saysSo(new RegExp(`redirects to another origin, ${other.url}`)));
    assert.deepEqual([service.asked, other.asked], [['/v1/toolkits/a'], []]);
  });

  test(`a ${status} within the service’s origin is followed`, async () => {
    const service = await serving((request, response) => sendOn(response, request.url.endsWith('/old') ? to('/v1/toolkits/new', status) : answer()));
    assert.equal((await new ToolkitClient(service.url).toolkit('old')).data, 'old');
    assert.deepEqual(service.asked, ['/v1/toolkits/old', '/v1/toolkits/new']);
  });
}

for (const elsewhere of ['https://other.example/v1/toolkits/a', '//other.example/v1/toolkits/a', 'http://service.example/v1/toolkits/a', 'https://service.example:8443/']) {
  test(`${elsewhere} is another origin than https://service.example`, async () => {
    const {client, requests} = staged([to(elsewhere), answer()]);
    await assert.rejects(client.toolkit('a'), saysSo(/another origin/));
    assert.equal(requests.length, 1);
  });
}

test('a copy stands in for a service that redirects elsewhere', async () => {
  const {client, clock} = staged([answer({until: null, cacheControl: 'max-age=1, stale-if-error=9'}), to('https://login.example/')]);
  await client.status();
  clock.pass(2);
  assert.equal((await client.status()).source, 'stale-copy');
});

test('a `fetch` that follows redirects by itself is held to the same', async () => {
  const from = (url) => Object.defineProperties(answer(), {url: {value: url}, redirected: {value: true}});
  const {client} = staged([from('https://other.example/v1/toolkits/a'), from('https://service.example/v1/toolkits/b')]);
  await assert.rejects(client.toolkit('a'), saysSo(/another origin, https:\/\/other.example/));
  assert.equal((await client.toolkit('a')).data, 'old');
});

test('a `fetch` that asks through another address, as through a proxy, is no redirect', async () => {
  const {client} = staged([Object.defineProperty(answer(), 'url', {value: 'http://proxy.internal/v1/toolkits/a'})]);
  assert.equal((await client.toolkit('a')).data, 'old');
});

test('redirects in a circle, and one without an address, end with an error', async () => {
  const around = staged(Array.from({length: 50}, () => to('/v1/toolkits/a')));
  await assert.rejects(around.client.toolkit('a'), ToolkitNetworkError);
  assert.equal(around.requests.length, 6);
  await assert.rejects(staged([to(null)]).client.toolkit('a'), ToolkitNetworkError);
});

test('a browser that hides where a redirect leads does not follow it, unless the page shares the service’s origin', async () => {
  const apart = staged([opaque(), answer()]);
  await assert.rejects(apart.client.toolkit('a'), saysSo(/a browser does not tell where/));
  assert.equal(apart.requests.length, 1);
  globalThis.location = {origin: 'https://service.example'};
  try {
    const {client, requests} = staged([opaque(), answer()]);
    assert.equal((await client.toolkit('a')).data, 'old');
    assert.deepEqual([requests[1].request.redirect, requests[1].request.mode], ['follow', 'same-origin']);
  } finally {
    delete globalThis.location;
  }
});
