// stale-while-revalidate by itself: a copy whose lifetime is over is served while one request renews it, for as long as its answer
// allows that, and not at the switch.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {until} from '../../attack/process.js';
import {ask, askUntil, askUntilKept} from './support/ask.js';
import {behindEach, kNoon} from './support/suites.js';

const kRights = '/v1/rights';
const kFlag = '/v1/regulation-status';
const kFresh = 100;  // seconds
const kWindow = 30;
const kArgs = ['--max-age', String(kFresh), '--stale-while-revalidate', String(kWindow), '--stale-if-error', '0'];
const kReaders = 5;

behindEach('a copy whose lifetime is over', {clockAt: kNoon, patient: true, seconds: 3600, args: kArgs}, (stage, name) => {
  const get = (target) => ask(stage.front, target);
  const all = (target) => Promise.all(Array.from({length: kReaders}, () => get(target)));
  const secondsOf = (got) => (Date.parse(got.field('Date')) - kNoon) / 1000;
  const isAsked = (target, times) => until(() => stage.origin.asked(target) >= times, `${target} is asked ${times} times`);

  if (name === 'HAProxy') {
    test('is not served, though its answer allows it: each reader waits for the service', async () => {
      const {clock, origin} = stage;
      const first = await askUntilKept(stage, kRights);
      assert.equal(first.field('Cache-Control'), `public, max-age=${kFresh}, stale-while-revalidate=${kWindow}`);
      const before = origin.asked(kRights);
      clock.pass(kFresh + 1);
      const open = origin.shut(kRights);
      const readers = all(kRights);
      await isAsked(kRights, before + kReaders);
      open();
      for (const got of await readers) assert.equal(Date.parse(got.field('Date')), clock.now());
    });
    return;
  }

  test('is served at once within its window, while one request renews it', async () => {
    const {clock, front, origin} = stage;
    const first = await askUntilKept(stage, kRights);
    assert.equal(first.field('Cache-Control'), `public, max-age=${kFresh}, stale-while-revalidate=${kWindow}`);
    const before = origin.asked(kRights);
    clock.pass(kFresh + kWindow - 1);
    const open = origin.shut(kRights);
    for (const got of await all(kRights)) assert.equal(secondsOf(got), secondsOf(first));
    await isAsked(kRights, before + 1);
    for (const got of await all(kRights)) assert.equal(secondsOf(got), secondsOf(first));
    open();
    await askUntil(front, kRights, (got) => Date.parse(got.field('Date')) === clock.now());
    assert.equal(origin.asked(kRights), before + 1);
  });

  test('is not served past its window', async () => {
    const {clock} = stage;
    await askUntilKept(stage, kRights);
    clock.pass(kFresh + kWindow + 1);
    for (const got of await all(kRights)) assert.equal(Date.parse(got.field('Date')), clock.now());
  });

  test('is served up to the switch and not at it, though its window would be longer', async () => {
    const {clock, front, origin} = stage;
    const {at} = origin;
    const kept = `${kFlag}?lang=en`;  // which nobody renews before the switch
    clock.set(at - (kFresh + kWindow / 2) * 1000);
    for (const target of [kFlag, kept]) {
      const got = await askUntilKept(stage, target);
      assert.equal(got.field('Cache-Control'), `public, max-age=${kFresh}, stale-while-revalidate=${kWindow / 2 - 1}`);
      assert.equal(got.json.data.status, 'pending');
    }
    clock.set(at - 2_000);
    const open = origin.shut(kFlag);
    for (const got of await all(kFlag)) assert.equal(Date.parse(got.field('Date')), at - (kFresh + kWindow / 2) * 1000);
    open();
    await askUntil(front, kFlag, (got) => Date.parse(got.field('Date')) === clock.now());
    clock.set(at);
    for (const target of [kFlag, kept]) {
      for (const got of await all(target)) assert.equal(got.json.data.status, 'effective', target);
    }
  });
});
