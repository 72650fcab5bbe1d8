// The element with mode="frame": a frame that is as high as what is in it, and takes no word of anybody else for it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {hears, inside, kFallback, onPage, visible} from './support/stage.js';

const framed = {attributes: {mode: 'frame', theme: 'dark', sections: 'target-audience'}};
const height = (page) => inside(page, 'iframe').evaluate((each) => each.getBoundingClientRect().height);
const content = (page) => page.frames().find((each) => each.url().includes('/embed/'));

// The heights that the frame has had, from now on.
const watchHeights = (page) => inside(page, 'iframe').evaluate((each) => {
  window.heights = [];
  new MutationObserver(() => window.heights.push(each.style.height)).observe(each, {attributes: true, attributeFilter: ['style']});
});

// Resolves when a message that was sent after all others has had its effect.
async function settled(page, height = 1234) {
  await content(page).evaluate((own) => parent.postMessage({type: 'cast-toolkit:height', height: own}, '*'), height);
  await page.waitForFunction((own) => window.heights.at(-1) === `${own}px`, height);
  return page.evaluate(() => window.heights);
}

test('it is the page for frames, sandboxed, with a title, and it is told no referrer', () =>
  onPage(framed, async (page, {service}) => {
    await hears(page, 'load');
    const [attributes] = await inside(page, 'iframe').evaluateAll((all) =>
      all.map((each) => Object.fromEntries([...each.attributes].map(({name, value}) => [name, value]))));
    assert.equal(attributes.src, `${service.url}/embed/lereporting?lang=en&sections=target-audience&theme=dark#cast-toolkit`);
    assert.equal(attributes.title, 'CAST legal toolkit');
    assert.equal(attributes.sandbox, 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    assert.equal(attributes.referrerpolicy, 'no-referrer');
    assert.equal(attributes.loading, 'eager');
    assert.deepEqual(service.asked.map(({url}) => url), ['/embed/lereporting?lang=en&sections=target-audience&theme=dark']);
  }));

test('what is in the frame has no cookies and no storage', () =>
  onPage(framed, async (page) => {
    await hears(page, 'load');
    const refused = await content(page).evaluate(() => [() => document.cookie, () => localStorage, () => indexedDB.open('x')].map((use) => {
      try {
        return String(use());
      } catch (error) {
        return error.name;
      }
    }));
    assert.deepEqual(refused, Array(3).fill('SecurityError'));
  }));

for (const high of [300, 60_000]) {
  test(`it is as high as its content, here ${high} pixels, and stays so when that grows and shrinks`, () =>
    onPage({...framed, service: {high}}, async (page) => {
      await hears(page, 'load');
      assert.equal(await height(page), high);
      await watchHeights(page);
      await content(page).evaluate(() => document.querySelector('main').classList.add('grown'));
      await page.waitForFunction((own) => window.heights.at(-1) === `${own}px`, 2 * high);
      await content(page).evaluate(() => document.querySelector('main').classList.remove('grown'));
      await page.waitForFunction((own) => window.heights.at(-1) === `${own}px`, high);
    }));
}

test('the text of the page stays until the frame has told its height', () =>
  onPage({...framed, service: {fault: () => ({body: '<!doctype html><title>x</title><p>No script here.'})}}, async (page) => {
    await inside(page, 'iframe').waitFor();
    await content(page).waitForLoadState();
    assert.equal(await height(page), 480);
    assert.match(await visible(page), new RegExp(kFallback));
  }));

test('when it has, the text of the page goes', () =>
  onPage(framed, async (page) => {
    await hears(page, 'load');
    assert.doesNotMatch(await visible(page), new RegExp(kFallback));
  }));

test('heights that are nonsense change nothing', () =>
  onPage(framed, async (page) => {
    await hears(page, 'load');
    await watchHeights(page);
    await content(page).evaluate(() => {
      const type = 'cast-toolkit:height';
      for (const height of [NaN, -1, 0, Infinity, '900', '900px;position:fixed', null, undefined, {}, [900]]) parent.postMessage({type, height}, '*');
      for (const data of [null, 900, 'cast-toolkit:height', {height: 900}, {type: 'height', height: 900}]) parent.postMessage(data, '*');
    });
    assert.deepEqual(await settled(page), ['1234px']);
  }));

test('nobody but its own frame sets its height', () =>
  onPage({...framed, around: '<iframe id="other" sandbox="allow-scripts" srcdoc="other"></iframe>'}, async (page) => {
    await hears(page, 'load');
    await watchHeights(page);
    const data = {type: 'cast-toolkit:height', height: 900};
    await page.evaluate((own) => window.postMessage(own, '*'), data);
    const other = await page.locator('#other').elementHandle().then((handle) => handle.contentFrame());
    await other.evaluate((own) => parent.postMessage(own, '*'), data);
    await page.evaluate((own) => window.dispatchEvent(new MessageEvent('message', {data: own, origin: 'null'})), data);
    assert.deepEqual(await settled(page), ['1234px']);
  }));

test('its own frame is not believed under an origin that a sandboxed frame cannot have', () =>
  onPage(framed, async (page, {service}) => {
    await hears(page, 'load');
    await watchHeights(page);
    await inside(page, 'iframe').evaluate((each, origin) => window.dispatchEvent(new MessageEvent('message',
      {data: {type: 'cast-toolkit:height', height: 900}, origin, source: each.contentWindow})), service.url);
    assert.deepEqual(await settled(page), ['1234px']);
  }));

test('the script of the page for frames is silent where there is no frame', () =>
  onPage({}, async (page, {service}) => {
    await page.addInitScript(() => (window.messages = []) && window.addEventListener('message', ({data}) => window.messages.push(data)));
    await page.goto(`${service.url}/embed/lereporting`);
    await page.evaluate(() => new Promise((resolve) => {
      window.addEventListener('message', ({data}) => data === 'last' && resolve());
      window.postMessage('last', '*');
    }));
    assert.deepEqual(await page.evaluate(() => window.messages), ['last']);
  }));

test('an attribute leads from the frame to the fragment, and back', () =>
  onPage(framed, async (page) => {
    await hears(page, 'load');
    await page.locator('cast-toolkit').evaluate((each) => each.removeAttribute('mode'));
    await inside(page, '.cast-toolkit').waitFor();
    assert.equal(await inside(page, 'iframe').count(), 0);
    await page.locator('cast-toolkit').evaluate((each) => each.setAttribute('mode', 'frame'));
    await hears(page, 'load', 3);
    assert.equal(await inside(page, '.cast-toolkit').count(), 0);
  }));

test('the exit is around the frame', () =>
  onPage({attributes: {mode: 'frame', exit: ''}}, async (page) => {
    await hears(page, 'load');
    await inside(page, 'button').click();
    await page.waitForURL('https://www.weather.gov/');
  }));
