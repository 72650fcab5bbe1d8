// One second before the switch, at it, and one second after it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {rehearsing, start} from './support/service.js';
import {after, at, before, flag, rule, secondsBefore} from './support/time.js';
import {get} from './support/wire.js';

const service = await start();
const asOf = (target, instant) => get(service, `${target}?as_of=${instant}`);
const following = [flag, rule, '/v1/regulations', '/v1/regulation-status', '/v1/toolkits', '/v1/toolkits/lereporting',
  '/v1/resources', '/v1/resources/reporting-video'];

test('one second before the switch the rule is pending, and the switch is announced', async () => {
  const {data, meta} = (await asOf(flag, before)).json;
  assert.equal(data.status, 'pending');
  assert.equal(data.in_effect, false);
  assert.deepEqual(data.next_change, {at, status: 'effective', basis: 'convention'});
  assert.equal(data.notice.id, 'important-update');
  assert.equal(meta.valid_until, at);
});

for (const instant of [at, after]) {
  test(`at ${instant} the rule is effective since the switch`, async () => {
    const {data, meta} = (await asOf(flag, instant)).json;
    assert.equal(data.status, 'effective');
    assert.equal(data.in_effect, true);
    assert.equal(data.since, at);
    assert.equal(data.effective_date, '2024-08-28');
    assert.equal(data.next_change, null);
    assert.equal(data.notice.id, 't-visa-rule-in-effect');
    assert.equal(meta.valid_from, at);
  });
}

test('every answer that follows the rule changes at the switch, with its tag', async () => {
  for (const target of following) {
    const [old, first, second] = await Promise.all([before, at, after].map((instant) => asOf(target, instant)));
    assert.notEqual(old.field('ETag'), first.field('ETag'), target);
    assert.equal(first.field('ETag'), second.field('ETag'), target);
    assert.equal(first.text, second.text, target);
    assert.equal(old.json.meta.valid_until, at, target);
    assert.equal(first.json.meta.valid_from, at, target);
  }
});

test('the primary status is the flag of the regulation that the settings name', async () => {
  for (const instant of [before, at, after]) {
    const [primary, own] = await Promise.all(['/v1/regulation-status', flag].map((target) => asOf(target, instant)));
    assert.deepEqual(primary.json.data, own.json.data);
  }
});

test('a copy from before the switch is not confirmed after it', async () => {
  const tags = await rehearsing(secondsBefore(at, 60), (early) =>
    Promise.all(following.map(async (target) => (await get(early, target)).field('ETag'))));
  await rehearsing(at, async (late) => {
    for (const [i, target] of following.entries()) {
      const answer = await get(late, target, {'If-None-Match': tags[i]});
      assert.equal(answer.status, 200, target);
      assert.notEqual(answer.field('ETag'), tags[i], target);
    }
  });
});

test('without as_of the clock decides, from the instant of the switch on', async () => {
  const shown = (instant) => rehearsing(instant, async (each) => (await get(each, flag)).json.data.status);
  assert.equal(await shown(secondsBefore(at, 60)), 'pending');
  assert.equal(await shown(at), 'effective');
  assert.equal(await shown(after), 'effective');
});

test('nobody knew of the date before the rule was published, nor of a correction before its day', async () => {
  const kinds = async (instant) => (await asOf(rule, instant)).json.data.timeline.map(({id}) => id);
  assert.deepEqual(await kinds('2024-04-30T03:59:59Z'), []);
  assert.deepEqual(await kinds('2024-04-30T04:00:00Z'), ['published']);
  assert.deepEqual(await kinds('2024-08-23T03:59:59Z'), ['published']);
  assert.deepEqual(await kinds('2024-08-23T04:00:00Z'), ['published', 'corrected-2024']);
  assert.equal((await asOf(flag, '2024-04-30T03:59:59Z')).json.data.status, 'unknown');
});

test('the resources predate the rule before and after the switch', async () => {
  for (const instant of [before, at, after]) {
    for (const {currency} of (await asOf('/v1/resources', instant)).json.data) {
      assert.equal(currency.state, 'predates_rule');
      assert.equal(currency.rule_in_effect, instant !== before);
    }
  }
});
