// The page for frames in a page of another origin: in a frame as docs/embedding.md writes it, and in the element's own.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test, {after} from 'node:test';
import {root, start} from '../contract/support/service.js';
import {urlOf} from './support/embeds.js';
import {elementPage, kOwnPolicy, sitePage, siteWith} from './support/sites.js';
import {hears, inside, listening, visiting} from './support/together.js';

const service = await start();
after(() => service.stop());
const origin = urlOf(service, '');
const documented = /<iframe[^]*?<\/iframe>/.exec(readFileSync(`${root}docs/embedding.md`, 'utf8'))[0].replace('https://service', origin);
const around = (frame) => `<p><a id="before" href="#x">Before</a></p>${frame}<p><a id="behind" href="#x">Behind</a></p>`;
const policy = (more = '') => ({'Content-Security-Policy': `${kOwnPolicy}; frame-src ${origin}${more}`});
const site = await siteWith({
  '/frame': {body: sitePage(around(documented)), fields: policy()},
  '/element': {body: elementPage(origin, 'mode="frame"').replace(/<cast-toolkit.*<\/cast-toolkit>/, around), fields: policy(`; script-src ${origin}`)},
});
const visit = (path, use, more) => visiting({url: site + path, origins: [site, origin], prepare: listening, ...more}, use);

async function content(page) {
  const frame = await page.locator('iframe').elementHandle().then((handle) => handle.contentFrame());
  await frame.locator('.ct-validity').waitFor();
  return frame;
}

const height = (page) => inside(page, 'iframe').evaluate((each) => each.getBoundingClientRect().height);
const heightOf = (frame) => frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
const fits = (page, own) => page.waitForFunction((high) =>
  document.querySelector('cast-toolkit').shadowRoot.querySelector('iframe').getBoundingClientRect().height === high, own);

// The sandbox of that frame allows no script, and Chromium says so of the one that tells the height.
const kNoScript = /^Blocked script execution in '[^']*\/embed\/lereporting[^']*' because the document's frame is sandboxed/;

test('a frame as the documentation writes it shows the toolkit without a script, in another site under a policy of its own', () =>
  visit('/frame', async (page, {requests}) => {
    const frame = await content(page);
    assert.equal(await frame.locator('.cast-toolkit > :first-child').getAttribute('class'), 'ct-redirect');
    for (const {url, headers} of requests.map((each) => ({url: each.url(), headers: each.headers()}))) {
      if (url.includes('/embed/')) assert.equal(headers.referer, undefined, url);
    }
  }, {expected: kNoScript}));

test('the element’s frame is as high as the toolkit, and stays so when the window becomes narrow and wide', () =>
  visit('/element', async (page) => {
    await hears(page, 'load');
    const frame = await content(page);
    const wide = await height(page);
    assert.equal(wide, await heightOf(frame));
    await page.setViewportSize({width: 320, height: 640});
    await page.waitForFunction((old) => document.querySelector('cast-toolkit').shadowRoot.querySelector('iframe').offsetHeight > old, wide);
    await fits(page, await heightOf(frame));
    await page.setViewportSize({width: 1280, height: 720});
    await fits(page, wide);
    assert.equal(await frame.evaluate(() => document.scrollingElement.scrollHeight > innerHeight), false);
  }));

for (const [path, name, expected] of [['/frame', 'a frame as the documentation writes it', kNoScript], ['/element', 'the element’s frame']]) {
  test(`the keyboard goes into ${name} and out of it again, and is seen on its way`, () =>
    visit(path, async (page) => {
      const frame = await content(page);
      await page.locator('#before').focus();
      const links = await frame.evaluate(() => [...document.links].map((each) => each.href));
      for (const href of links) {
        await page.keyboard.press('Tab');
        await frame.waitForFunction((wanted) => document.activeElement.href === wanted, href);
        assert.equal(await frame.evaluate(() => getComputedStyle(document.activeElement).outlineWidth), '3px', href);
      }
      await page.keyboard.press('Tab');
      await page.waitForFunction(() => document.activeElement.id === 'behind');
      await page.keyboard.press('Shift+Tab');
      await frame.waitForFunction((wanted) => document.hasFocus() && document.activeElement.href === wanted, links.at(-1));
    }, expected && {expected}));
}

test('in its frame the toolkit has no cookies and no storage, and cannot leave for another page in place of the site', () =>
  visit('/element', async (page) => {
    await hears(page, 'load');
    const refused = await content(page).then((frame) => frame.evaluate(() =>
      [() => document.cookie, () => localStorage, () => indexedDB.open('x'), () => top.location.assign('about:blank')].map((use) => {
        try {
          return String(use());
        } catch (error) {
          return error.name;
        }
      })));
    assert.deepEqual(refused, Array(4).fill('SecurityError'));
  }, {expected: /Unsafe attempt to initiate navigation/}));
