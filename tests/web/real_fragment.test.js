// The fragment, put by a site's own server into a page that has headings and ids of its own.
import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {start} from '../contract/support/service.js';
import {get} from '../contract/support/wire.js';
import {complaints, findings} from './support/checks.js';
import {urlOf} from './support/embeds.js';
import {sitePage, siteWith} from './support/sites.js';
import {visiting} from './support/together.js';

const service = await start();
after(() => service.stop());
const origin = urlOf(service, '');

const composed = async (lang) => sitePage(`<p id="redirect">Welcome.</p><h2 id="notice">For lawyers</h2>
${(await get(service, `/embed/lereporting/fragment?lang=${lang}&heading=3`)).text}
<h2 id="rights">For everybody else</h2><p>Call us.</p>`);
const pages = {'/en': {body: await composed('en')}, '/es': {body: await composed('es')}};
const site = await siteWith(pages);

for (const path of ['/en', '/es']) {
  test(`${path}: only the site is asked, for all that its reader sees`, () =>
    visiting({url: site + path, origins: [site]}, async (page) => {
      assert.equal(await page.locator('.ct-redirect a').first().getAttribute('href'), 'tel:+18885392373');
      assert.match(await page.locator('.ct-rights').innerText(), /cannot be republished/);
    }));

  test(`${path}: no level of heading is skipped, and no id comes twice`, () =>
    visiting({url: site + path, origins: [site]}, async (page) => {
      const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map((each) => Number(each.localName[1])));
      assert.equal(levels[0], 1);
      levels.slice(1).forEach((level, i) => assert.ok(level <= levels[i] + 1, `h${levels[i]} before h${level}`));
      assert.ok(levels.includes(3));
      const ids = await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id));
      assert.deepEqual(ids.filter((id, i) => ids.indexOf(id) !== i), []);
    }));

  test(`${path}: the whole page is accessible`, () =>
    visiting({url: site + path, origins: [site]}, async (page) => assert.deepEqual(await findings(page), [])));
}

test('the whole pages are valid HTML', () =>
  assert.deepEqual(complaints(Object.fromEntries(Object.entries(pages).map(([path, {body}]) => [path, body]))), []));
