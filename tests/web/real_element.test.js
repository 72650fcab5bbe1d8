// The element on a site of another origin, under a strict policy of that site's own, against the real binary.
import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {editedContent} from '../contract/support/editing.js';
import {start} from '../contract/support/service.js';
import {secondsBefore} from '../contract/support/time.js';
import {kInstants, urlOf} from './support/embeds.js';
import {elementPage, siteWith, strictPolicy} from './support/sites.js';
import {hears, inside, listening, visiting} from './support/together.js';

const service = await start();
after(() => service.stop());
const origin = urlOf(service, '');
const fields = {'Content-Security-Policy': strictPolicy(origin)};
const pages = {
  '/': {body: elementPage(origin), fields},
  '/dark': {body: elementPage(origin, 'theme="dark"'), fields},
  '/spanish': {body: elementPage(origin, 'lang="es"'), fields},
  '/site.css': {body: 'cast-toolkit::part(redirect), cast-toolkit::part(mark) { letter-spacing: 3px }', fields: {'Content-Type': 'text/css'}},
};
const site = await siteWith(pages);
const visit = (path, use, more) => visiting({url: site + path, origins: [site, origin], prepare: listening, ...more}, use);

test('it shows where a survivor finds help first, then the notice, the sections, and the terms', () =>
  visit('/', async (page) => {
    await hears(page, 'load');
    const parts = await inside(page, '.cast-toolkit > [part]').evaluateAll((all) => all.map((each) => each.getAttribute('part')));
    assert.deepEqual(parts, ['redirect', 'notice', ...Array(4).fill('section'), 'rights', 'validity']);
    assert.equal(await inside(page, '.ct-redirect a').first().getAttribute('href'), 'tel:+18885392373');
    assert.match(await inside(page, '.ct-notice').innerText(), /took effect on August 28, 2024/);
    assert.match(await inside(page, '.ct-rights').innerText(), /cannot be republished without express permission from CAST/);
    assert.equal(await page.getByText('The toolkit is at CAST’s own page.').isVisible(), false);
  }));

test('it tells what it shows, once', () =>
  visit('/', async (page) => {
    const [load] = await hears(page, 'load');
    assert.match(load.revision, /^[0-9a-f]{16}$/);
    assert.deepEqual(await page.evaluate(() => window.told.map(({type, status, previous, validUntil}) => ({type, status, previous, validUntil}))),
      ['load', 'statuschange'].map((type) => ({type, status: 'effective', previous: null, validUntil: null})));
  }));

test('only the page, the script and the fragment are asked for, the last without a referrer', () =>
  visit('/', async (page, {requests}) => {
    await hears(page, 'load');
    assert.deepEqual(requests.map((request) => request.url()),
      [`${site}/`, `${site}/site.css`, `${origin}/embed/v1.js`, `${origin}/embed/lereporting/fragment?lang=en`]);
    const headers = await requests.at(-1).allHeaders();
    assert.deepEqual([headers.referer, headers.cookie, headers.origin], [undefined, undefined, site]);
  }));

test('the site styles the parts of what the service says', () =>
  visit('/', async (page) => {
    await hears(page, 'load');
    for (const part of ['redirect', 'mark']) {
      assert.equal(await inside(page, `[part=${part}]`).first().evaluate((each) => getComputedStyle(each).letterSpacing), '3px', part);
    }
  }));

test('the name of a fact and its value stand on one line', () =>
  visit('/', async (page) => {
    await hears(page, 'load');
    const tops = await inside(page, '.ct-facts > div').evaluateAll((all) => all.map((each) => [...each.children].map((part) => part.getBoundingClientRect().top)));
    assert.ok(tops.length > 0);
    for (const [name, value] of tops) assert.equal(name, value);
  }));

test('its dark theme is dark', () =>
  visit('/dark', async (page) => {
    await hears(page, 'load');
    assert.equal(await page.locator('cast-toolkit').evaluate((each) => getComputedStyle(each).backgroundColor), 'rgb(22, 25, 29)');
  }));

test('in Spanish the service’s words are Spanish, and CAST’s are English and marked so', () =>
  visit('/spanish', async (page) => {
    await hears(page, 'load');
    const languageOf = (text) => inside(page, '.cast-toolkit').getByText(text).first().evaluate((each) => each.closest('[lang]').lang);
    assert.equal(await languageOf('Si usted es sobreviviente de trata'), 'es');
    assert.equal(await languageOf('¿Está en vigor la norma?'), 'es');
    assert.equal(await languageOf('If you are a survivor pursuing a T visa'), 'en');
    assert.equal(await languageOf('Target Audience'), 'en');
    assert.equal(await languageOf('cannot be republished without express permission'), 'en');
  }));

test('while the service is away the last good content stays, and when it is back the newer one comes', async () => {
  const early = ['--rehearse', secondsBefore(kInstants.effective, 7 * 86_400)];
  const first = await start({args: early});
  const there = urlOf(first, '');
  pages['/open'] = {body: elementPage(there), fields: {'Content-Security-Policy': strictPolicy(there)}};
  // Nobody answers: the browser says so itself, whatever the page does.
  const more = {url: `${site}/open`, origins: [site, there], expected: /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET/};
  await visit('/open', async (page) => {
    await hears(page, 'load');
    await first.stop();
    await page.clock.fastForward(7 * 60_000);
    assert.deepEqual((await hears(page, 'error')).map(({reason}) => reason), ['unreachable']);
    assert.match(await inside(page, '.ct-notice').innerText(), /will be effective starting August 28, 2024/);
    assert.match(await inside(page, '.ct-rights').innerText(), /cannot be republished/);

    const second = await start({args: ['--rehearse', kInstants.effective], port: first.port});
    await page.clock.fastForward(8_000);
    assert.deepEqual((await hears(page, 'statuschange', 2)).map(({status}) => status), ['pending', 'effective']);
    assert.match(await inside(page, '.ct-notice').innerText(), /took effect on August 28, 2024/);
    await second.stop();
  }, {...more, prepare: async (page) => {
    await page.clock.install();
    await listening(page);
  }});
});

for (const mode of ['', 'mode="frame"']) {
  test(`a toolkit’s former id still shows it${mode && ' in the frame'}`, async () => {
    const renamed = await start({contentDir: editedContent({'toolkits/lereporting/toolkit.md': 'former_ids: [reporting]'})});
    const there = urlOf(renamed, '');
    pages['/former'] = {body: elementPage(there, mode).replace('toolkit="lereporting"', 'toolkit="reporting"'),
      fields: {'Content-Security-Policy': `${strictPolicy(there)}; frame-src ${there}`}};
    await visiting({url: `${site}/former`, origins: [site, there], prepare: listening}, async (page) => {
      await hears(page, 'load');
      const shown = mode ? page.frameLocator('cast-toolkit iframe').locator('.cast-toolkit') : inside(page, '.cast-toolkit');
      assert.equal(await shown.getAttribute('data-toolkit'), 'lereporting');
    });
    await renamed.stop();
  });
}
