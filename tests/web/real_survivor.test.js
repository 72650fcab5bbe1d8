// A survivor opens a page with the toolkit in it by chance, on a telephone: help is what is seen first, and a way out.
import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {start} from '../contract/support/service.js';
import {urlOf} from './support/embeds.js';
import {elementPage, siteWith, strictPolicy} from './support/sites.js';
import {hears, inside, kNeutral, listening, visiting} from './support/together.js';

const service = await start();
after(() => service.stop());
const origin = urlOf(service, '');
const site = await siteWith({
  '/': {body: '<!doctype html><html lang="en"><title>Before</title><p>The page before.'},
  '/toolkit': {body: elementPage(origin, 'exit'), fields: {'Content-Security-Policy': strictPolicy(origin)}},
});
const kWords = /Trafficking|toolkit|T visa/i;

// Its icon is in it, or the browser would ask for one without asking the test.
const kWeather = '<!doctype html><link rel="icon" href="data:,"><title>Weather</title>Fair, 61 degrees.';

// Comes from the site's first page; `neutral`: what the neutral page answers in place of the real one.
const arriving = (use, neutral = {contentType: 'text/html', body: kWeather}) =>
  visiting({url: site, origins: [site, origin, new URL(kNeutral).origin], options: {viewport: {width: 320, height: 640}}, prepare: async (page) => {
    await page.route(`${kNeutral}**`, (route) => route.fulfill(neutral));
    await listening(page);
  }}, async (page) => {
    await page.goto(`${site}/toolkit`);
    await hears(page, 'load');
    await use(page);
  });

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

const ways = {
  'the button': (page) => inside(page, 'button').click(),
  'Shift three times': (page) => press(page, 'Shift', 'Shift', 'Shift'),
  'the keyboard, on the link that comes first': (page) => press(page, 'Tab', 'Enter'),
  'the keyboard, on the button': (page) => press(page, 'Tab', 'Tab', 'Space'),
};

test('where help is stands before everything else of the toolkit, with the telephone number in sight', () =>
  arriving(async (page) => {
    assert.equal(await inside(page, '.cast-toolkit > :first-child').getAttribute('part'), 'redirect');
    const hotline = await inside(page, '.ct-redirect a').first().boundingBox();
    assert.ok(hotline.y + hotline.height < 640, `the telephone number ends at ${hotline.y + hotline.height}`);
    const exit = await inside(page, 'button').boundingBox();
    assert.ok(exit.y + exit.height < 640 && exit.x >= 0 && exit.x + exit.width <= 320, 'the exit');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, 'sideways');
  }));

test('the exit stays in sight wherever the page is scrolled to', () =>
  arriving(async (page) => {
    await page.evaluate(() => scrollTo(0, document.querySelector('cast-toolkit').getBoundingClientRect().bottom - 640));
    const exit = await inside(page, 'button').boundingBox();
    assert.ok(exit.y >= 0 && exit.y + exit.height < 640, `at ${exit.y}`);
  }));

for (const [name, way] of Object.entries(ways)) {
  test(`${name} leads to the neutral page, and going back leads past the toolkit`, () =>
    arriving(async (page) => {
      await way(page);
      await page.waitForURL(kNeutral);
      await page.goBack();
      assert.equal(page.url(), `${site}/`);
      assert.doesNotMatch(await page.locator('html').innerText(), kWords);
      await page.goForward();
      assert.equal(page.url(), kNeutral);
    }));

  test(`${name} covers the page at once, before the neutral page has come`, () =>
    arriving(async (page) => {
      const asked = page.waitForEvent('requestfailed', (request) => request.url() === kNeutral);
      await way(page);
      await asked;
      assert.equal(await page.evaluate(() => document.documentElement.innerText.trim()), 'Loading.');
      assert.equal(await page.title(), 'Loading.');
      assert.equal(await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2).getAttribute('role')), 'alert');
    }, {status: 204}));
}
