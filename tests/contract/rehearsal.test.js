import assert from 'node:assert/strict';
import test from 'node:test';
import {check, operationOf} from './support/contract.js';
import {metaOf} from './support/meta.js';
import {crawl} from './support/paths.js';
import {start} from './support/service.js';
import {at, flag, secondsBefore} from './support/time.js';
import {get, send} from './support/wire.js';

const instant = secondsBefore(at, 3600);
const rehearsal = await start({args: ['--rehearse', instant]});
const real = await start();
const errors = [['GET', '/v1/nothing'], ['GET', '/v1?as_of=yesterday'], ['GET', '/v1/'], ['GET', '/'], ['POST', '/v1'],
  ['OPTIONS', '/v1'], ['GET', `/v1?${'x'.repeat(20_000)}`], ['GET', '/livez'], ['GET', '/readyz'], ['GET', '/version'], ['GET', '/healthz']];

test('every answer of a rehearsal says that it is one', async () => {
  const requests = [...(await crawl(rehearsal)).map((target) => ['GET', target]), ...errors];
  for (const [method, target] of requests) {
    const answer = await send(rehearsal, method, target);
    assert.equal(answer.field('Toolkitd-Rehearsal'), 'true', `${method} ${target}`);
    if (answer.status === 200 && target.startsWith('/v1')) assert.equal(metaOf(answer).rehearsal, true, target);
  }
});

test('no other answer says so', async () => {
  const requests = [...(await crawl(real)).map((target) => ['GET', target]), ...errors];
  for (const [method, target] of requests) {
    const answer = await send(real, method, target);
    assert.equal(answer.field('Toolkitd-Rehearsal'), undefined, `${method} ${target}`);
    if (answer.status === 200 && target.startsWith('/v1')) assert.equal(metaOf(answer).rehearsal, false, target);
  }
});

test('health of a rehearsal says so, and tells the time that is rehearsed', async () => {
  const answer = await get(rehearsal, '/healthz');
  check(operationOf('GET', '/healthz'), answer);
  const {status, rehearsal: said, notes, time, checks} = answer.json;
  assert.equal(status, 'pass');
  assert.equal(said, true);
  assert.match(notes.join(), /rehearsal/i);
  assert.ok(Date.parse(time) - Date.parse(instant) < 60_000, time);
  assert.ok(Math.abs(Date.parse(answer.field('Date')) - Date.parse(time)) <= 1000);
  const [check0] = checks['regulation:t-visa-final-rule-2024'];
  assert.deepEqual([check0.served, check0.demanded], ['pending', 'pending']);
  const left = (Date.parse(at) - Date.parse(time)) / 1000;
  assert.ok(left - check0.seconds_to_next_switch >= 0 && left - check0.seconds_to_next_switch <= 1, `${left}`);
});

test('health of the real service tells the real time', async () => {
  const {status, rehearsal: said, notes, time, checks} = (await get(real, '/healthz')).json;
  assert.deepEqual([status, said, notes], ['pass', false, []]);
  assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60_000, time);
  const [check0] = checks['regulation:t-visa-final-rule-2024'];
  assert.equal(check0.seconds_to_next_switch, null);
});

test('a rehearsal’s answers have other tags than the real ones', async () => {
  const [rehearsed, served] = await Promise.all([rehearsal, real].map((service) => get(service, `${flag}?as_of=${at}`)));
  assert.deepEqual(rehearsed.json.data, served.json.data);
  assert.notEqual(rehearsed.field('ETag'), served.field('ETag'));
});
