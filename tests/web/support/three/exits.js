// The quick exit in three engines: what the neutral page is told is nothing, whatever the policy of the page that is left.
import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {start} from '../../../contract/support/service.js';
import {urlOf} from '../embeds.js';
import {inEngine} from '../engines.js';
import {neutralSite} from '../neutral.js';
import {sitePage, siteWith} from '../sites.js';

const service = await start();
after(() => service.stop());
const origin = urlOf(service, '');
const neutral = await neutralSite();
const fields = {'Referrer-Policy': 'unsafe-url'};
// The link is where a keyboard finds it; a pointer needs to see it as well.
const kSeen = 'cast-toolkit::part(exit-link){position:static;inline-size:auto;block-size:auto;overflow:visible;clip-path:none}';
const withExit = (attributes = '') => sitePage(
  `<cast-toolkit src="${origin}" toolkit="lereporting" exit="${neutral.url}" ${attributes}><p>Own text</p></cast-toolkit>`,
  `<style>${kSeen}</style><script type="module" src="${origin}/embed/v1.js"></script>`);
const pages = {
  '/element': {body: withExit(), fields},
  '/away': {body: withExit().replace(`src="${origin}" toolkit`, 'src="http://127.0.0.1:9" toolkit'), fields},
  '/framed': {body: withExit('mode="frame"'), fields},
};
const site = await siteWith(pages);
pages['/around'] = {body: sitePage(`<iframe title="A portal" src="${site.replace('127.0.0.1', 'localhost')}/element" width="900" height="600"></iframe>`), fields};

const button = () => document.querySelector('cast-toolkit').shadowRoot.querySelector('button');
const link = () => document.querySelector('cast-toolkit').shadowRoot.querySelector('.first');
const iframe = () => document.querySelector('iframe');
const isThere = () => document.querySelector('cast-toolkit')?.shadowRoot?.querySelector('button')?.offsetHeight > 0;
const isHere = (url) => location.href === url;
const ways = {
  'the button': (page) => page.click(button),
  'the link': (page) => page.click(link),
  'the link, with the middle button': (page) => page.click(link, {button: 1}),
  'the link, with the control key': (page) => page.click(link, {control: true}),
  'Shift three times': async (page) => {
    for (let i = 0; i < 3; ++i) await page.press('Shift');
  },
};

// Arrives in the page itself, with no other opened.
async function leaves(page, way) {
  neutral.received.length = 0;
  await way(page);
  await page.until(isHere, neutral.url);
  assert.equal(neutral.received.length, 1);
  assert.equal(neutral.received[0].referer, undefined);
  assert.equal(neutral.received[0].cookie, undefined);
  assert.equal(await page.pages(), 1);
}

export function exits(engine) {
  for (const [name, way] of Object.entries(ways)) {
    test(`${engine}: ${name} leads to the neutral page in this tab, and tells it no referrer`, () =>
      inEngine(engine, async (page) => {
        await page.goto(`${site}/element?client=secret`);
        await page.until(isThere);
        await leaves(page, way);
      }));
  }

  test(`${engine}: the exit is there without the service’s answer`, () =>
    inEngine(engine, async (page) => {
      await page.goto(`${site}/away?client=secret`);
      await page.until(isThere);
      await leaves(page, ways['the button']);
    }));

  test(`${engine}: a portal that is in a frame itself is left whole, and its address is told nobody`, () =>
    inEngine(engine, async (page) => {
      await page.goto(`${site}/around?client=secret`);
      const inner = page.into(iframe);
      await inner.until(isThere);
      await leaves(page, () => inner.click(button));
    }));

  test(`${engine}: the exit in the element’s frame leads the whole tab to the neutral page that the site names`, () =>
    inEngine(engine, async (page) => {
      await page.goto(`${site}/framed?client=secret`);
      const inner = page.into(() => document.querySelector('cast-toolkit').shadowRoot.querySelector('iframe'));
      await inner.until(() => document.querySelector('.ct-exit a') !== null && document.readyState === 'complete');
      await leaves(page, () => inner.click(() => document.querySelector('.ct-exit a')));
    }));
}
