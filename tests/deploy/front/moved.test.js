// Redirects, and what is not there, through each cache: kept as long as they say, and gone at the switch.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ask, askUntilKept} from './support/ask.js';
import {behindEach, kNoon} from './support/suites.js';

const kMoved = '/v1/resources/reporting-webinar';  // to a resource that is withdrawn at the switch
const kWithdrawn = '/v1/resources/reporting-video';
const kComing = '/v1/resources/law-enforcement-cooperation-guide';
const edits = (instant) => ({
  'resources/reporting-video.md': `former_ids: [reporting-webinar]\npublish_until: ${instant}`,
  'resources/law-enforcement-cooperation-guide.md': `publish_from: ${instant}`,
});
const kRedirects = {'/': [307, /^\/v1$/], '/toolkits/lereporting': [307, /^https:\/\/.*\/lereporting$/],
  [kMoved]: [308, new RegExp(`^${kWithdrawn}$`)], '/v1/toolkits/': [308, /^\/v1\/toolkits$/]};

behindEach('redirects and what is not there', {clockAt: kNoon, seconds: 86_400, edits}, (stage, name) => {
  const get = (target) => ask(stage.front, target);
  // How often the service is asked when a reader asks.
  const cost = async (target) => {
    const before = stage.origin.asked(target);
    await get(target);
    return stage.origin.asked(target) - before;
  };
  // HAProxy keeps what has status 200, and so these are asked for each time.
  const keeps = name !== 'HAProxy';
  const first = (target) => (keeps ? askUntilKept(stage, target) : get(target));

  async function checkKeptFor(seconds, targets) {
    stage.clock.pass(seconds - 1);
    for (const target of targets) assert.equal(await cost(target), keeps ? 0 : 1, target);
    stage.clock.pass(2);
    for (const target of targets) assert.equal(await cost(target), 1, target);
  }

  test(`redirects are ${keeps ? 'kept as long as they say' : 'not kept'}`, async () => {
    for (const [target, [status, location]] of Object.entries(kRedirects)) {
      for (const got of [await first(target), await get(target)]) {
        assert.equal(got.status, status, target);
        assert.match(got.field('Location'), location);
        assert.equal(got.field('Cache-Control'), 'public, max-age=3600, must-revalidate', target);
      }
    }
    await checkKeptFor(3600, Object.keys(kRedirects));
  });

  test(`what is not there is ${keeps ? 'kept as long as it says' : 'not kept'}`, async () => {
    const targets = ['/v1/nothing', '/nothing', kComing];
    for (const target of targets) {
      const got = await first(target);
      assert.equal(got.status, 404);
      assert.equal(got.field('Cache-Control'), 'public, max-age=60, must-revalidate');
      assert.equal((await get(target)).status, 404);
    }
    await checkKeptFor(60, targets);
  });

  test('what appears at the switch is there at once, and what leads to what is withdrawn is gone', async () => {
    const {clock, origin} = stage;
    const {at} = origin;
    clock.set(at - 30_000);
    for (const [target, status] of [[kComing, 404], [kMoved, 308], [kWithdrawn, 200]]) {
      const got = await (status === 200 ? askUntilKept(stage, target) : first(target));
      assert.equal(got.status, status, target);
      assert.match(got.field('Cache-Control'), /^public, max-age=29, must-revalidate$/, target);
    }
    clock.set(at - 2_000);
    for (const target of [kComing, kMoved]) assert.equal(await cost(target), keeps ? 0 : 1, target);
    clock.set(at);
    const seen = async (target) => (await get(target)).status;
    assert.deepEqual([await seen(kComing), await seen(kMoved), await seen(kWithdrawn)], [200, 404, 404]);
  });
});
