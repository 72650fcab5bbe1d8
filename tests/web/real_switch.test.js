// A page that was opened before the instant of the law and is still open after it, with the real binary and real time.
import assert from 'node:assert/strict';
import test from 'node:test';
import {rehearsing} from '../contract/support/service.js';
import {at, flag, secondsBefore} from '../contract/support/time.js';
import {get} from '../contract/support/wire.js';
import {urlOf} from './support/embeds.js';
import {elementPage, siteWith} from './support/sites.js';
import {hears, inside, listening, visiting} from './support/together.js';

// Long enough to open a page on a busy machine.
const kBefore = 15;

test('an open page goes from pending to effective by itself, and so do the page for frames and the JSON', () =>
  rehearsing(secondsBefore(at, kBefore), async (service) => {
    const origin = urlOf(service, '');
    const site = await siteWith({'/': {body: elementPage(origin)}});
    await visiting({url: site, origins: [site, origin], prepare: listening}, async (page) => {
      const [before] = await hears(page, 'load');
      assert.deepEqual([before.status, before.validUntil], ['pending', at]);
      assert.match(await inside(page, '.ct-notice').innerText(), /will be effective starting August 28, 2024/);
      const frame = await page.context().newPage();
      const inTheFrame = async () => {
        await frame.goto(`${origin}/embed/lereporting?lang=en`);
        return frame.locator('.cast-toolkit').getAttribute('data-status');
      };
      assert.equal(await inTheFrame(), 'pending');

      const [, after] = await hears(page, 'load', 2);
      assert.deepEqual([after.status, after.validUntil], ['effective', null]);
      assert.match(await inside(page, '.ct-notice').innerText(), /took effect on August 28, 2024/);
      assert.equal(await page.locator('cast-toolkit').evaluate((each) => each.status), 'effective');
      assert.equal(await inTheFrame(), 'effective');
      assert.equal((await get(service, flag)).json.data.status, 'effective');
    });
  }));
