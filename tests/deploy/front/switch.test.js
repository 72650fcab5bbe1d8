// The first request after the switch has the new status, whatever was kept when.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ask, turn, untilClock} from './support/ask.js';
import {behindEach} from './support/suites.js';

const kFlag = '/v1/regulation-status';
const kOwn = '/v1/regulations/t-visa-final-rule-2024/status';

// Asks without a pause between two instants, and gives all answers.
async function poll(front, target, from, until) {
  const answers = [];
  await untilClock(from);
  while (Date.now() < until) {
    answers.push(await ask(front, target));
    await turn();
  }
  return answers;
}

function checkAround(at, answers, target) {
  for (const {status, json, began, ended} of answers) {
    assert.equal(status, 200, target);
    const told = `${target}: asked ${began - at} ms, answered ${ended - at} ms after the switch: ${json.data.status}`;
    if (began >= at) assert.equal(json.data.status, 'effective', told);
    if (ended < at) assert.equal(json.data.status, 'pending', told);
  }
  const before = answers.filter(({ended}) => ended < at).length;
  assert.ok(before > 0 && answers.at(-1).began > at, `${target}: ${before} of ${answers.length} before the switch`);
}

behindEach('the switch', {seconds: 8}, (stage) => {
  test('no request after the switch is answered from before it', async () => {
    const {front, origin} = stage;
    const {at} = origin;
    const early = await ask(front, kFlag);
    assert.equal(early.json.data.status, 'pending');
    const held = (async () => {
      await untilClock(at - 2_300);
      // Made in one second and there in the next: what counts whole seconds takes it for younger than it is.
      origin.hold(kOwn, at - 1_950);
      return poll(front, kOwn, at - 2_300, at + 1_500);
    })();
    const late = poll(front, `${kFlag}?lang=en`, at - 1_100, at + 1_500);  // nothing is kept of it before
    checkAround(at, await poll(front, kFlag, at - 4_000, at + 1_500), kFlag);
    checkAround(at, await held, kOwn);
    checkAround(at, await late, 'lang=en');
    const asked = origin.asked(kFlag);
    assert.ok(asked < 150, `the service was asked ${asked} times`);
  });

  test('what was kept as long as it could be is not served past its end either', async () => {
    const got = await ask(stage.front, kFlag);
    assert.equal(got.json.meta.valid_from, new Date(stage.origin.at).toISOString().replace('.000Z', 'Z'));
    assert.equal(got.field('Cache-Control'), 'public, max-age=300, stale-while-revalidate=30, stale-if-error=86400');
  });
});
