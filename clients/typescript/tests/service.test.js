// The client and the real binary: what the service says arrives whole, and none of it from before the switch.
import assert from 'node:assert/strict';
import test from 'node:test';
import {ToolkitClient, ToolkitNetworkError} from '@toolkitd/client';
import {rehearsing, start} from '../../../tests/contract/support/service.js';
import {after, at, before, flag, rule, secondsBefore} from '../../../tests/contract/support/time.js';
import {get} from '../../../tests/contract/support/wire.js';
import {clocks} from './support/stage.js';

const service = await start();
const addressOf = ({host, port}) => `http://${host}:${port}`;
const client = new ToolkitClient(addressOf(service));

const calls = [
  ['/v1/toolkits', (options) => client.toolkits(options)],
  ['/v1/toolkits/lereporting', (options) => client.toolkit('lereporting', options)],
  ['/v1/toolkits/lereporting/sections', (options) => client.sections('lereporting', options)],
  ['/v1/toolkits/lereporting/sections/target-audience', (options) => client.section('lereporting', 'target-audience', options)],
  ['/v1/resources', (options) => client.resources(options)],
  ['/v1/resources/reporting-video', (options) => client.resource('reporting-video', options)],
  ['/v1/regulations', (options) => client.regulations(options)],
  [rule, (options) => client.regulation('t-visa-final-rule-2024', options)],
  [flag, (options) => client.regulationStatus('t-visa-final-rule-2024', options)],
  ['/v1/regulation-status', (options) => client.status(options)],
  ['/v1/rights', (options) => client.rights(options)],
];

for (const [target, call] of calls) {
  test(`${target} arrives whole, with its rights, now and at any instant`, async () => {
    const {source, ...answer} = await call();
    assert.equal(source, 'service');
    assert.deepEqual(answer, (await get(service, target)).json);
    assert.equal(answer.rights.republication, 'express_permission_required');
    assert.equal((await call()).source, 'copy');
    for (const instant of [before, at, after]) {
      const expected = (await get(service, `${target}?as_of=${instant}`)).json;
      assert.deepEqual(await call({asOf: new Date(instant)}), {...expected, source: 'service'});
      assert.deepEqual(await call({asOf: instant}), {...expected, source: 'service'});
    }
  });
}

test('filters choose, alone and together', async () => {
  const ids = async (options) => (await client.resources(options)).data.map(({id}) => id);
  assert.deepEqual(await ids({kind: 'video', audience: 'attorney'}), ['reporting-video']);
  assert.deepEqual(await ids({currency: 'predates_rule', toolkit: 'lereporting'}), ['law-enforcement-cooperation-guide', 'reporting-video']);
  assert.deepEqual(await ids({currency: 'current'}), []);
});

test('a wrong value, a wrong instant and what is not there are problems', async () => {
  await assert.rejects(client.resources({kind: 'poem'}), {
    name: 'ToolkitProblem', type: '/v1/problems/invalid-parameter', status: 400, parameter: 'kind', given: 'poem', allowed: ['practice_advisory', 'video']});
  await assert.rejects(client.rights({asOf: 'yesterday'}), {status: 400, parameter: 'as_of'});
  await assert.rejects(client.toolkit('nothing'), {type: '/v1/problems/not-found', status: 404, parameter: undefined});
});

test('lang reaches the service, and is a problem where it has no words in it', async () => {
  const {source, ...answer} = await client.status({lang: 'es'});
  assert.deepEqual([answer, source], [(await get(service, '/v1/regulation-status?lang=es')).json, 'service']);
  assert.notDeepEqual(answer, (await get(service, '/v1/regulation-status?lang=en')).json);
  await assert.rejects(client.status({lang: 'xx'}), {name: 'ToolkitProblem', parameter: 'lang'});
});

test('a service that is gone is a network error', async () => {
  const gone = await start();
  await gone.stop();
  await assert.rejects(new ToolkitClient(addressOf(gone)).status(), ToolkitNetworkError);
});

// Clients that ask whichever service `asked` names, of one origin, and count what they are answered.
function watching(first) {
  const clock = clocks();
  const seen = {asked: first, statuses: []};
  const fetch = async (request) => {
    const {pathname, search} = new URL(request.url);
    const response = await globalThis.fetch(`${addressOf(seen.asked)}${pathname}${search}`, {headers: request.headers});
    seen.statuses.push(response.status);
    return response;
  };
  return {seen, clock, client: new ToolkitClient('http://service.example', {fetch, clock})};
}

test('after max-age the service confirms the copy', async () => {
  const {client: asking, clock, seen} = watching(service);
  const first = await asking.toolkit('lereporting');
  clock.pass(86_400);
  assert.deepEqual(await asking.toolkit('lereporting'), first);
  assert.deepEqual(seen.statuses, [200, 304]);
  assert.equal((await asking.toolkit('lereporting')).source, 'copy');
});

const statusOf = async (asking) => {
  const {data, source} = await asking.status();
  return [data.status, source];
};

test('a rehearsed switch is seen at its instant: copies before, the service’s new answer at it', () =>
  rehearsing(secondsBefore(at, 45), (early) => rehearsing(at, async (late) => {
    for (const seconds of [45, 46]) {
      const {client: asking, clock, seen} = watching(early);
      assert.deepEqual(await statusOf(asking), ['pending', 'service']);
      clock.pass(1);
      assert.deepEqual(await statusOf(asking), ['pending', 'copy']);
      clock.pass(seconds - 1);
      seen.asked = late;
      assert.deepEqual(await statusOf(asking), ['effective', 'service']);
      assert.deepEqual(seen.statuses, [200, 200]);
    }
  })));

test('a service that goes away is covered by copies up to the switch, and not past it', () =>
  rehearsing(secondsBefore(at, 1000), async (early) => {
    const {client: asking, clock, seen} = watching(early);
    const {headers} = await fetch(`${addressOf(early)}/v1/regulation-status`);
    const left = (Date.parse(at) - Date.parse(headers.get('Date'))) / 1000;
    assert.deepEqual(await statusOf(asking), ['pending', 'service']);
    seen.asked = {host: 'localhost', port: 1};
    clock.pass(left - 5);
    assert.deepEqual(await statusOf(asking), ['pending', 'stale-copy']);
    clock.pass(5);
    await assert.rejects(statusOf(asking), ToolkitNetworkError);
    clock.pass(1);
    await assert.rejects(statusOf(asking), ToolkitNetworkError);
  }));
