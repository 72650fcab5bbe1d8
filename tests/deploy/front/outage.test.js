// While the service is away, what it allowed to be shown is shown, and nothing past the instant at which it changes.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ask, askUntil, turn} from './support/ask.js';
import {behindEach} from './support/suites.js';

const kFlag = '/v1/regulation-status';
const kRights = '/v1/rights';
const kArgs = ['--max-age', '1', '--stale-while-revalidate', '1', '--stale-if-error', '3600'];
const isAway = ({status}) => status >= 502 && status <= 504;
const keepsStale = (name) => name !== 'HAProxy';

behindEach('an outage', {seconds: 9, args: kArgs}, (stage, name) => {
  const get = (target) => ask(stage.front, target);

  test('content stays up while its answers allow it, and not past the switch', async () => {
    const {front, origin} = stage;
    for (const target of [kFlag, kRights]) assert.equal((await get(target)).status, 200);
    assert.equal((await get(kFlag)).json.data.status, 'pending');
    await origin.die();
    const during = [];
    while (Date.now() < origin.at + 500) {
      during.push(await get(kFlag), await get(kRights));
      await turn();
    }
    for (const got of during) {
      if (got.status === 200) {
        assert.ok(got.began < origin.at || !got.json.meta.valid_until, `an old answer ${got.began - origin.at} ms after the switch`);
      } else {
        assert.ok(isAway(got), String(got.status));
        assert.equal(got.field('Cache-Control'), 'no-store');
        assert.equal(got.field('Access-Control-Allow-Origin'), '*');
      }
    }
    const lost = during.filter((got) => !got.json.data && got.ended < origin.at - 2_000);
    if (keepsStale(name)) assert.equal(lost.length, 0, `${lost.length} of ${during.length} had no content before the switch`);
    assert.ok(isAway(await get(kFlag)));
    assert.equal((await get(kRights)).status, keepsStale(name) ? 200 : 503);
    await origin.rise();
    const back = await askUntil(front, kFlag, ({status}) => status === 200);
    assert.equal(back.json.data.status, 'effective');
    assert.equal((await askUntil(front, kRights, (got) => got.status === 200 && Date.parse(got.field('Date')) > origin.at)).status, 200);
  });
});
