// Pages that were open before the instant of the law, in three engines, with the real binary and real time: with the service
// up they switch, and with the service away they say that they do not know.
import assert from 'node:assert/strict';
import test from 'node:test';
import {rehearsing} from '../contract/support/service.js';
import {at, secondsBefore} from '../contract/support/time.js';
import {get} from '../contract/support/wire.js';
import {urlOf} from './support/embeds.js';
import {inEngine, kEngines} from './support/engines.js';
import {sitePage, siteWith} from './support/sites.js';

// Long enough to open a page on a busy machine.
const kBefore = 15;

const element = (origin, mode) => `<cast-toolkit src="${origin}" toolkit="lereporting" lang="en" ${mode}><p>Own text</p></cast-toolkit>`;
const portal = (origin) => sitePage(`<iframe title="Toolkit" id="plain" src="${origin}/embed/lereporting?lang=en"></iframe>
<iframe title="Toolkit" id="sandboxed" sandbox="allow-scripts" src="${origin}/embed/lereporting?lang=en"></iframe>
${element(origin, 'id="element"')}${element(origin, 'id="framed" mode="frame"')}`, `<script type="module" src="${origin}/embed/v1.js"></script>`);

// Where the toolkit is in each way of showing it: from the page into a frame or not, then to its element.
const inFrame = () => document.querySelector('.cast-toolkit')?.innerText;
const places = (page) => ({
  'a plain frame': [page.into(() => document.getElementById('plain')), inFrame],
  'a sandboxed frame': [page.into(() => document.getElementById('sandboxed')), inFrame],
  'the element': [page, () => document.getElementById('element').shadowRoot?.querySelector('.cast-toolkit')?.innerText],
  'the element’s frame': [page.into(() => document.getElementById('framed').shadowRoot.querySelector('iframe')), inFrame],
});

async function read(page, name) {
  const [place, text] = places(page)[name];
  return place.until(text);
}

async function untilAll(page, pattern) {
  const end = Date.now() + 90_000;
  for (const name of Object.keys(places(page))) {
    for (let text = ''; !pattern.test(text);) {
      assert.ok(Date.now() < end, `${name} never shows ${pattern}: ${text}`);
      text = await read(page, name);
    }
  }
}

const opened = (engine, use) => rehearsing(secondsBefore(at, kBefore), async (service) => {
  const origin = urlOf(service, '');
  const site = await siteWith({'/': {body: portal(origin)}});
  await inEngine(engine, async (page) => {
    await page.goto(site);
    await untilAll(page, /will be effective starting August 28, 2024/);
    await use(page, service);
  });
});

for (const engine of Object.keys(kEngines)) {
  test(`${engine}: open frames and elements switch by themselves, and two seconds after it none shows the old status`, () =>
    opened(engine, async (page, service) => {
      const late = Date.parse(at) + 2_000;
      while (Date.parse((await get(service, '/v1/regulation-status')).field('Date')) < late);
      for (const name of Object.keys(places(page))) assert.doesNotMatch(await read(page, name), /will be effective|Not yet in effect/, name);
      await untilAll(page, /took effect on August 28, 2024/);
    }));

  test(`${engine}: with the service away, notice and status go, and the way to help stays`, () =>
    opened(engine, async (page, service) => {
      await service.stop();
      await untilAll(page, /could not be confirmed/);
      for (const name of Object.keys(places(page))) {
        const text = await read(page, name);
        assert.doesNotMatch(text, /will be effective|Not yet in effect/, name);
        assert.match(text, /connect with an attorney for assistance/, name);
        assert.match(text, /1-888-539-2373/, name);
      }
    }));
}
