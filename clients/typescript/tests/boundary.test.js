// One second before the end of an answer's validity, at it, and one second after it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {ToolkitNetworkError} from '@toolkitd/client';
import {answer, at, away, notModified, staged} from './support/stage.js';

const kStale = 'public, max-age=0, stale-if-error=86400';

test('one second before the end a fresh copy is used without asking', async () => {
  const {client, clock, requests} = staged([answer({from: -60})]);
  await client.status();
  clock.pass(59);
  assert.deepEqual([(await client.status()).source, requests.length], ['copy', 1]);
});

for (const [name, seconds] of [['half a second before the end, which Date may hide,', 59.5], ['at the end', 60], ['one second after the end', 61]]) {
  test(`${name} the service is asked, however long max-age is`, async () => {
    const {client, clock} = staged([answer({from: -60}), answer({from: 0, until: null, data: 'new', tag: '"new"'})]);
    await client.status();
    clock.pass(seconds);
    const {data, source} = await client.status();
    assert.deepEqual([data, source], ['new', 'service']);
  });
}

test('one second before the end a copy stands in for a service that is away', async () => {
  const {client, clock} = staged([answer({from: -60, cacheControl: kStale})]);
  await client.status();
  clock.pass(59);
  const {data, source} = await client.status();
  assert.deepEqual([data, source], ['old', 'stale-copy']);
});

for (const [name, seconds] of [['at the end', 60], ['one second after the end', 61]]) {
  test(`${name} no copy stands in for a service that is away`, async () => {
    const {client, clock} = staged([answer({from: -60, cacheControl: kStale})]);
    await client.status();
    clock.pass(seconds);
    await assert.rejects(client.status(), ToolkitNetworkError);
  });

  test(`${name} no copy stands in for a service that fails`, async () => {
    const {client, clock} = staged([answer({from: -60, cacheControl: kStale}), new Response('', {status: 503})]);
    await client.status();
    clock.pass(seconds);
    await assert.rejects(client.status(), {name: 'ToolkitProblem', status: 503});
  });
}

test('the end may come while the service is waited for', async () => {
  const failsLate = (_, clock) => { clock.pass(2); away(); };
  const {client, clock} = staged([answer({from: -60, cacheControl: kStale}), failsLate]);
  await client.status();
  clock.pass(59);
  await assert.rejects(client.status(), ToolkitNetworkError);
});

test('a confirmed copy ends where it ended before', async () => {
  const {client, clock, requests} = staged([answer({from: -60}), notModified({from: -30}), answer({from: 0, until: null, data: 'new'})]);
  await client.status();
  clock.pass(59.5);
  await client.status();
  clock.pass(29);
  assert.equal((await client.status()).source, 'copy');
  clock.pass(1);
  assert.deepEqual([(await client.status()).data, requests.length], ['new', 3]);
});

test('a confirmation that comes at the end or after it is not believed', async () => {
  for (const from of [0, 1]) {
    const {client, clock, requests} = staged([answer({from: -60}), notModified({from}), answer({from, until: null, data: 'new'})]);
    await client.status();
    clock.pass(60);
    assert.equal((await client.status()).data, 'new');
    assert.deepEqual(requests.map(({fields}) => fields['if-none-match']), [undefined, '"old"', undefined]);
  }
});

test('a confirmation in the last second before the end is', async () => {
  const {client, clock, requests} = staged([answer({from: -60}), notModified({from: -1})]);
  await client.status();
  clock.pass(59.5);
  assert.deepEqual([(await client.status()).data, requests.length], ['old', 2]);
});

const aged = (age) => answer({from: -60, fields: {Age: String(age)}});

test('one second before its end an answer that a cache kept is used', async () => {
  const {client, requests} = staged([aged(59)]);
  assert.deepEqual([(await client.status()).data, requests.length], ['old', 1]);
});

for (const [name, ended] of [
  ['at its end, by Date', () => answer({from: 0})], ['at its end, by Age', () => aged(60)],
  ['one second after its end', () => aged(61)], ['a day after it', () => aged(86_460)],
]) {
  test(`an answer that comes ${name}, is asked for again past the caches in between`, async () => {
    const {client, requests} = staged([ended(), answer({from: 0, until: null, data: 'new'})]);
    assert.equal((await client.status()).data, 'new');
    assert.deepEqual(requests.map(({fields}) => fields['cache-control']), [undefined, 'no-cache']);
  });

  test(`an answer that comes ${name}, twice, is an error that says so, and is not kept`, async () => {
    const {client, requests} = staged([ended(), ended(), answer({from: 0, until: null, data: 'new'})]);
    await assert.rejects(client.status(), (error) => error instanceof ToolkitNetworkError && /past its valid_until/.test(error.message));
    assert.equal((await client.status()).data, 'new');
    assert.equal(requests[2].fields['if-none-match'], undefined);
  });
}

test('an answer whose end came while it was under way is asked for again', async () => {
  const slow = (_, clock) => { clock.pass(61); return answer({from: -60}); };
  const {client} = staged([slow, answer({from: 1, until: null, data: 'new'})]);
  assert.equal((await client.status()).data, 'new');
});

test('time counts from the request on, and with what the answer has spent in other caches', async () => {
  for (const first of [(_, clock) => { clock.pass(30); return answer({from: -60}); }, answer({from: -60, fields: {Age: '30'}})]) {
    const {client, clock, requests} = staged([first, answer({from: -29})]);
    await client.status();
    clock.pass(29);
    assert.equal((await client.status()).source, 'copy');
    clock.pass(1);
    await client.status();
    assert.equal(requests.length, 2);
  }
});

test('a device that slept over the end asks', async () => {
  const {client, clock} = staged([answer({from: -60}), answer({from: 0, until: null, data: 'new'})]);
  await client.status();
  clock.sleep(60);
  assert.equal((await client.status()).data, 'new');
});

test('a wall clock that is set back keeps no copy alive', async () => {
  const {client, clock} = staged([answer({from: -60}), answer({from: 0, until: null, data: 'new'})]);
  await client.status();
  clock.setBack(86_400);
  clock.pass(60);
  assert.equal((await client.status()).data, 'new');
});

test('without the service’s time a copy with an end is used on the service’s word alone', async () => {
  const unknown = {fields: {Date: undefined}};
  const {client} = staged([answer(unknown), notModified(unknown)]);
  await client.status();
  assert.equal((await client.status()).source, 'service');
  await assert.rejects(client.status(), ToolkitNetworkError);
});

test('an answer for a named instant holds past it: asking again would bring the same', async () => {
  const {client, requests} = staged([answer({from: 60, until: at})]);
  await client.status({asOf: '2024-08-28T03:59:59Z'});
  assert.deepEqual([(await client.status({asOf: '2024-08-28T03:59:59Z'})).source, requests.length], ['copy', 1]);
});
