// What HTTP allows of copies, apart from their content's end.
import assert from 'node:assert/strict';
import test from 'node:test';
import {answer, notModified, staged} from './support/stage.js';

const kMinute = 'public, max-age=60, stale-if-error=600';
const open = (more = {}) => answer({until: null, cacheControl: kMinute, ...more});
const tags = (requests) => requests.map(({fields}) => fields['if-none-match']);

test('within max-age a copy is used without asking, and not at it', async () => {
  const {client, clock, requests} = staged([open(), open()]);
  await client.status();
  clock.pass(59.9);
  assert.deepEqual([(await client.status()).source, requests.length], ['copy', 1]);
  clock.pass(0.1);
  assert.deepEqual([(await client.status()).source, requests.length], ['service', 2]);
});

test('after max-age the copy’s tag is sent, and a 304 gives its body and a new lifetime', async () => {
  const {client, clock, requests} = staged([open(), notModified({from: 0, cacheControl: 'public, max-age=30'})]);
  const first = await client.status();
  clock.pass(60);
  assert.deepEqual(await client.status(), first);
  assert.deepEqual(tags(requests), [undefined, '"old"']);
  clock.pass(29);
  assert.equal((await client.status()).source, 'copy');
  clock.pass(1);
  await assert.rejects(client.status());
  assert.equal(requests.length, 3);
});

test('what an answer has spent in other caches counts', async () => {
  const {client, clock, requests} = staged([open({fields: {Age: '50'}})]);
  await client.status();
  clock.pass(9);
  assert.equal((await client.status()).source, 'copy');
  clock.pass(1);
  assert.deepEqual([(await client.status()).source, requests.length], ['stale-copy', 2]);
  clock.pass(600);
  await assert.rejects(client.status(), {name: 'ToolkitNetworkError'});
});

test('a copy that is too old to stand in for a service that fails can still be confirmed', async () => {
  const {client, clock, requests} = staged([open(), new Response('', {status: 503}), notModified({from: 0})]);
  await client.status();
  clock.pass(86_400);
  await assert.rejects(client.status(), {status: 503});
  assert.equal((await client.status()).data, 'old');
  assert.deepEqual(tags(requests), [undefined, '"old"', '"old"']);
});

test('a new answer takes the place of the copy', async () => {
  const {client, clock, requests} = staged([open(), open({data: 'new', tag: '"new"'}), open()]);
  await client.status();
  clock.pass(60);
  assert.equal((await client.status()).data, 'new');
  assert.equal((await client.status()).data, 'new');
  clock.pass(60);
  await client.status();
  assert.deepEqual(tags(requests), [undefined, '"old"', '"new"']);
});

test('a copy stands in for as long as stale-if-error says', async () => {
  const {client, clock} = staged([open(), new Response('', {status: 502})]);
  await client.status();
  clock.pass(659);
  assert.equal((await client.status()).source, 'stale-copy');
  assert.equal((await client.status()).source, 'stale-copy');
  clock.pass(1);
  await assert.rejects(client.status(), {name: 'ToolkitNetworkError'});
});

test('a copy that must be revalidated stands in for nothing', async () => {
  const {client, clock} = staged([open({cacheControl: 'public, max-age=60, must-revalidate'})]);
  await client.status();
  clock.pass(60);
  await assert.rejects(client.status(), {name: 'ToolkitNetworkError'});
});

test('after the service came back it is asked again', async () => {
  const {client, clock} = staged([open(), new Response('', {status: 500}), open({data: 'new'})]);
  await client.status();
  clock.pass(60);
  await client.status();
  assert.deepEqual([(await client.status()).data], ['new']);
});

test('what is gone is not kept', async () => {
  const {client, clock} = staged([open(), new Response('', {status: 404})]);
  await client.status();
  clock.pass(60);
  await assert.rejects(client.status(), {status: 404});
  await assert.rejects(client.status(), {name: 'ToolkitNetworkError'});
});

test('no-store is not kept, nor is anything where no entry is wanted', async () => {
  for (const [answers, options] of [[[open({cacheControl: 'no-store, max-age=60'}), open()], {}], [[open(), open()], {maxEntries: 0}]]) {
    const {client, requests} = staged(answers, options);
    await client.status();
    await client.status();
    assert.deepEqual(tags(requests), [undefined, undefined]);
  }
});

test('an answer without a tag is asked for anew', async () => {
  const {client, clock, requests} = staged([open({fields: {ETag: undefined}}), open()]);
  await client.status();
  clock.pass(60);
  await client.status();
  assert.deepEqual(tags(requests), [undefined, undefined]);
});

test('each instant, filter and language has a copy of its own', async () => {
  const {client, requests} = staged([open(), open(), open(), open()]);
  const calls = [{}, {asOf: '2024-08-28'}, {kind: 'video'}, {lang: 'es'}];
  for (const options of [...calls, ...calls]) await client.resources(options);
  assert.deepEqual(requests.map(({url}) => new URL(url).search), ['', '?as_of=2024-08-28', '?kind=video', '?lang=es']);
});

test('of more answers than may be kept, the one that was used least recently goes', async () => {
  const {client, requests} = staged(Array.from({length: 4}, () => open()), {maxEntries: 2});
  for (const id of ['a', 'b', 'a', 'c', 'a', 'b']) await client.toolkit(id);
  assert.deepEqual(requests.map(({url}) => url.at(-1)), ['a', 'b', 'c', 'b']);
});

test('what a caller does to an answer reaches no other', async () => {
  const {client} = staged([open({data: {id: 'a'}})]);
  (await client.status()).data.id = 'changed';
  (await client.status()).rights.text = 'changed';
  const {data, rights} = await client.status();
  assert.deepEqual([data.id, rights.text], ['a', 'terms']);
});
