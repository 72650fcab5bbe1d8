// The element shows what the service answers, and the page's own text until then.
import assert from 'node:assert/strict';
import test from 'node:test';
import {fragment} from './support/fragment.js';
import {asked, element, hears, inside, kFallback, onPage, shown, told, visible} from './support/stage.js';

test('the toolkit is shown whole: the redirect first, the notice, the sections, the rights, the validity last', () =>
  onPage({}, async (page) => {
    await shown(page);
    const classes = await inside(page, '.cast-toolkit > *').evaluateAll((all) => all.map((each) => each.className || each.localName));
    assert.deepEqual(classes, ['ct-redirect', 'ct-notice', 'h2', 'ct-section', 'ct-section', 'ct-section', 'ct-rights', 'ct-validity']);
    assert.match(await inside(page, '.ct-notice').innerText(), /took effect on August 28, 2024/);
    assert.doesNotMatch(await visible(page), new RegExp(kFallback));
  }));

test('the text of the page is shown until the toolkit is there', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const service = {fault: (request, fields) => held.then(() => ({fields, body: fragment()}))};
  await onPage({service}, async (page) => {
    await page.waitForFunction(() => customElements.get('cast-toolkit'));
    assert.match(await visible(page), new RegExp(kFallback));
    release();
    await shown(page);
    assert.doesNotMatch(await visible(page), new RegExp(kFallback));
  });
});

test('a load, and the first status, are told on the element alone', () =>
  onPage({service: {content: {status: 'pending', validUntil: '2024-09-03T00:00:00Z'}}, prepare: (page) => page.addInitScript(() => {
    for (const type of ['load', 'error', 'statuschange']) {
      window.addEventListener(type, ({target}) => target.localName === 'cast-toolkit' && window.told.push({type: `bubbled ${type}`}));
    }
  })}, async (page) => {
    const detail = {status: 'pending', previous: null, validUntil: '2024-09-03T00:00:00Z', revision: '0f1e2d3c4b5a6978'};
    assert.deepEqual(await hears(page, 'statuschange'), [{type: 'statuschange', ...detail}]);
    assert.deepEqual(await page.evaluate(() => window.told.map(({type}) => type)), ['load', 'statuschange']);
    assert.deepEqual((await told(page, 'load'))[0], {type: 'load', ...detail});
    assert.equal(await element(page).evaluate((each) => each.status), 'pending');
  }));

test('it asks for no more than the fragment, without credentials and without a referrer', () =>
  onPage({}, async (page, {service, requests}) => {
    await shown(page);
    assert.deepEqual(service.asked.map(({method, url}) => `${method} ${url}`), ['GET /embed/lereporting/fragment?lang=en']);
    assert.deepEqual(requests.map((each) => new URL(each.url()).pathname).sort(),
      ['/', '/embed/lereporting/fragment', '/embed/v1.js', '/host.css']);
  }));

test('it keeps nothing in the browser, not even the answer in its cache', () =>
  onPage({}, async (page) => {
    await shown(page);
    const kept = await page.evaluate(async () => ({
      cookie: document.cookie, local: localStorage.length, session: sessionStorage.length,
      databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    }));
    assert.deepEqual(kept, {cookie: '', local: 0, session: 0, databases: 0, caches: 0});
    assert.deepEqual(await asked(page), [{credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store'}]);
  }));

test('on the service’s own origin, where cookies would be kept, it keeps none either', () =>
  onPage({}, async (page, {service}) => {
    await shown(page);
    service.fault = () => ({body: '<!doctype html><script type="module" src="/embed/v1.js"></script><cast-toolkit src="/" toolkit="lereporting"></cast-toolkit>'});
    await page.goto(`${service.url}/page`);
    await hears(page, 'error'); // what the service answers to everything by now
    service.back();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await shown(page);
    assert.deepEqual(await page.context().cookies(), []);
  }));

test('links are the service’s own and tell the place that they lead to nothing', () =>
  onPage({service: {content: {more: '<p><a class="own" href="/v1/rights">Terms</a> <a class="old" rel="license" href="https://a.example/">Old</a></p>'}}},
    async (page, {service}) => {
      await shown(page);
      assert.equal(await inside(page, '.own').evaluate((each) => each.href), `${service.url}/v1/rights`);
      assert.equal(await inside(page, '.old').evaluate((each) => each.rel), 'license noreferrer');
      assert.equal(await inside(page, '.ct-redirect a').evaluate((each) => each.href), 'tel:+18885392373');
    }));

test('an element that is moved keeps what it shows, and one that is taken out asks no more', () =>
  onPage({time: '2024-09-02T12:00:00Z'}, async (page) => {
    await shown(page);
    await page.evaluate(() => {
      const moved = document.querySelector('cast-toolkit');
      document.body.append(document.createElement('main'));
      document.querySelector('main').append(moved);
    });
    await shown(page);
    assert.equal((await asked(page)).length, 1);
    await page.evaluate(() => (window.taken = document.querySelector('cast-toolkit')).remove());
    await page.clock.fastForward(3_600_000);
    assert.equal((await asked(page)).length, 1);
    await page.evaluate(() => document.body.append(window.taken));
    await shown(page);
  }));

test('the module may be there twice', () =>
  onPage({}, async (page, {service}) => {
    await shown(page);
    await page.evaluate((url) => import(`${url}/embed/v1.js?again`), service.url);
  }));

test('an element that is taken out as soon as it was put in breaks nothing', () =>
  onPage({}, async (page, {service}) => {
    await shown(page);
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.evaluate((src) => {
      const brief = document.createElement('cast-toolkit');
      Object.entries({src, toolkit: 'lereporting'}).forEach((pair) => brief.setAttribute(...pair));
      document.body.append(brief);
      brief.remove();
    }, service.url);
    assert.deepEqual(faults, []);
    assert.equal((await asked(page)).length, 1);
  }));
