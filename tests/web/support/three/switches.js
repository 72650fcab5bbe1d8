// Pages that were open before the instant of the law, with the real binary: with the service up they switch, and with the service
// away they say that they do not know. The time between is not waited for: the clocks of the pages are put on.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {editedContent} from '../../../contract/support/editing.js';
import {during, rehearsing, root, start} from '../../../contract/support/service.js';
import {at, secondsBefore} from '../../../contract/support/time.js';
import {get} from '../../../contract/support/wire.js';
import {urlOf} from '../embeds.js';
import {inEngine} from '../engines.js';
import {sitePage, siteWith} from '../sites.js';

const kHour = 3_600;
const kOld = /will be effective|Not yet in effect/;
const kHelp = /connect with an attorney\s+for assistance[^]*1-888-539-2373/;

const module = (origin) => `<script type="module" src="${origin}/embed/v1.js"></script>`;
const element = (origin, more) => `<cast-toolkit src="${origin}" toolkit="lereporting" lang="en" ${more}><p>Own text</p></cast-toolkit>`;
const frame = (origin, more) => `<iframe title="Toolkit" ${more} src="${origin}/embed/lereporting?lang=en"></iframe>`;
const everyWay = (origin) => sitePage(`${frame(origin, 'class="plain"')}${frame(origin, 'class="sandboxed" sandbox="allow-scripts"')}
${element(origin, '')}${element(origin, 'mode="frame"')}`, module(origin));

// As docs/embedding.md has them, with the service's address and what it says of its module.
const documentation = readFileSync(`${root}docs/embedding.md`, 'utf8');
const sampleWith = (what) => [...documentation.matchAll(/^```html\n([^]*?)^```/gm)].map(([, text]) => text).find((text) => text.includes(what));
async function documented(service, what) {
  const {immutable_href, integrity} = (await get(service, '/embed/v1.json')).json;
  return sampleWith(what).replace('/assets/v1.HASH.js', immutable_href).replace('sha384-...', integrity)
    .replaceAll('https://service', urlOf(service, '')).replace('exit>', 'exit lang="en">');
}

// Where the toolkit is: from the page into a frame or not.
const inFrame = () => document.querySelector('.cast-toolkit')?.innerText;
const places = (page) => ({
  'a plain frame': [page.into(() => document.querySelector('iframe.plain, iframe[loading]')), inFrame],
  'a sandboxed frame': [page.into(() => document.querySelector('iframe.sandboxed')), inFrame],
  'the element': [page, () => document.querySelector('cast-toolkit:not([mode])').shadowRoot?.querySelector('.cast-toolkit')?.innerText],
  'the element’s frame': [page.into(() => document.querySelector('cast-toolkit[mode]').shadowRoot.querySelector('iframe')), inFrame],
});

const putOn = (seconds) => {
  const {now} = Date;
  Date.now = () => now() + seconds * 1000;
  return true;
};

async function untilAll(all, pattern) {
  for (const [name, [place, text]] of Object.entries(all)) {
    const end = Date.now() + 60_000;
    for (let said = ''; !pattern.test(said); said = await place.until(text)) assert.ok(Date.now() < end, `${name} never shows ${pattern}: ${said}`);
  }
}

// Opens `body(service)` an hour before the switch; `use(page, service, all)` with the places `names` that it has.
const opened = (engine, body, names, use) => rehearsing(secondsBefore(at, kHour), async (service) => {
  const site = await siteWith({'/': {body: await body(service)}});
  await inEngine(engine, async (page) => {
    await page.goto(site);
    const all = Object.fromEntries(Object.entries(places(page)).filter(([name]) => names.includes(name)));
    await untilAll(all, /will be effective starting August 28, 2024/);
    await use(page, service, all);
  });
});

const texts = (all) => Promise.all(Object.values(all).map(([place, text]) => place.until(text)));

export function switches(engine) {
  const everywhere = ['a plain frame', 'a sandboxed frame', 'the element', 'the element’s frame'];
  test(`${engine}: open frames and elements switch by themselves`, () =>
    opened(engine, (service) => everyWay(urlOf(service, '')), everywhere, async (page, {stop, port}, all) => {
      await stop();
      const later = await start({args: ['--rehearse', at], port});
      for (const [place] of Object.values(all)) await place.run(putOn, kHour);
      await untilAll(all, /took effect on August 28, 2024/);
      for (const [place, text] of Object.values(all)) assert.doesNotMatch(await place.until(text), kOld);
      await later.stop();
    }));

  test(`${engine}: in the documented frame and element, notice and status go when the service is away, and the way to help stays`, async () => {
    const body = async (service) => sitePage(await documented(service, '<iframe') + await documented(service, '<cast-toolkit'));
    await opened(engine, body, ['a plain frame', 'the element'], async (page, {stop}, all) => {
      await stop();
      for (const [place] of Object.values(all)) await place.run(putOn, kHour);
      await untilAll(all, /could not be confirmed/);
      for (const text of await texts(all)) {
        assert.doesNotMatch(text, kOld);
        assert.match(text, kHelp);
      }
    });
  });

  for (const what of ['<iframe', '<cast-toolkit']) {
    test(`${engine}: the documented ${what}> shows where help is when the service was never there`, () =>
      during({}, async (service) => {
        const site = await siteWith({'/': {body: sitePage(await documented(service, what))}});
        await service.stop();
        await inEngine(engine, async (page) => {
          await page.goto(site);
          assert.match(await page.run(() => document.body.innerText), kHelp);
          assert.ok(await page.run(() => [...document.querySelectorAll('a[href="tel:+18885392373"]')].some((each) => each.offsetHeight > 0)));
          assert.ok(await page.run(() => [...document.links].some((each) => each.href === 'https://casttta.nationbuilder.com/lereporting' && each.offsetHeight > 0)));
        });
      }));
  }

  test(`${engine}: a section’s former id in the element shows the section`, () =>
    during({contentDir: editedContent({'toolkits/lereporting/target-audience.md': 'former_ids: [audience]'})}, async (service) => {
      const origin = urlOf(service, '');
      const site = await siteWith({'/': {body: sitePage(element(origin, 'sections="audience"'), module(origin))}});
      await inEngine(engine, async (page) => {
        await page.goto(site);
        const shown = await page.until(() => [...document.querySelector('cast-toolkit').shadowRoot?.querySelectorAll('.ct-section') ?? []].map((each) => each.innerText).join('|'));
        assert.match(shown, /^Target Audience[^|]*$/i);
      });
    }));
}
