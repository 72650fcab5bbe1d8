// The page for frames as a reader's browser shows it.
import assert from 'node:assert/strict';
import http from 'node:http';
import test, {after} from 'node:test';
import {during, start} from '../contract/support/service.js';
import {openBrowser} from './support/browser.js';
import {everyEmbed, kInstants, urlOf} from './support/embeds.js';

const service = await start();
const {pages} = await everyEmbed(service);
const browser = await openBrowser();
after(() => browser.close());

const page = `/embed/lereporting?as_of=${kInstants.pending}`;

// A page of the browser with what it was refused and what it asked for.
async function opened(target, options = {}) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const asked = [];
  const refused = [];
  tab.on('request', (request) => asked.push(request.url()));
  tab.on('console', (message) => refused.push(message.text()));
  await tab.goto(target.startsWith('http') ? target : urlOf(service, target));
  return {tab, asked, refused, cookies: () => context.cookies(), close: () => context.close()};
}

test('nothing is asked for but the page, nothing is refused, and nothing is kept', async () => {
  const {tab, asked, refused, cookies, close} = await opened(page);
  assert.deepEqual(asked.map((url) => new URL(url).pathname), ['/embed/lereporting']);
  assert.deepEqual(refused, []);
  assert.deepEqual(await cookies(), []);
  assert.notEqual(await tab.evaluate(() => getComputedStyle(document.querySelector('.ct-redirect')).borderLeftWidth), '0px');
  await close();
});

test('no page scrolls sideways at 320 pixels, which is 1280 at 400 %', async () => {
  const {tab, close} = await opened(page, {viewport: {width: 320, height: 256}});
  for (const target of pages) {
    await tab.goto(urlOf(service, target));
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth) <= 320, target);
  }
  await close();
});

test('a theme is dark or light whatever the system is, and follows it where none is chosen', async () => {
  for (const [theme, system, dark] of [['auto', 'light', false], ['auto', 'dark', true], ['light', 'dark', false], ['dark', 'light', true]]) {
    const {tab, close} = await opened(`/embed/lereporting?theme=${theme}`, {colorScheme: system});
    const [red] = /\d+/.exec(await tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    assert.equal(Number(red) < 128, dark, `${theme} on ${system}`);
    await close();
  }
});

test('the survivor is told where help is before anything else of the toolkit', async () => {
  const {tab, close} = await opened(page, {viewport: {width: 320, height: 568}});
  const top = (selector) => tab.evaluate((each) => document.querySelector(each).getBoundingClientRect().top, selector);
  assert.ok(await top('.ct-redirect') < 568 / 2);
  assert.ok(await top('.ct-hotline a') < 568, 'without scrolling');
  assert.ok(await top('.ct-redirect') < await top('.ct-notice'));
  assert.equal(await tab.getAttribute('.ct-hotline a', 'href'), 'tel:+18885392373');
  await close();
});

test('every link can be reached by keyboard, and is seen when it is', async () => {
  const {tab, close} = await opened(page);
  for (const href of await tab.evaluate(() => [...document.links].map((each) => each.href))) {
    await tab.keyboard.press('Tab');
    const [focused, outline] = await tab.evaluate(() => [document.activeElement.href, getComputedStyle(document.activeElement).outlineWidth]);
    assert.equal(focused, href);
    assert.equal(outline, '3px');
  }
  await close();
});

// A site that shows the page in a frame.
async function hostOf(url) {
  const server = http.createServer((_, response) =>
    response.writeHead(200, {'Content-Type': 'text/html'}).end(`<!doctype html><title>Portal</title><iframe title="Toolkit" src="${url}"></iframe>`));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close()};
}

async function framed(asked) {
  const host = await hostOf(urlOf(asked, page));
  const {tab, close} = await opened(host.url);
  const shown = await tab.frames()[1].evaluate(() => document.querySelector('.cast-toolkit') !== null).catch(() => false);
  await close();
  host.close();
  return shown;
}

test('any site may frame the page, unless the setting says which', async () => {
  assert.equal(await framed(service), true);
  await during({args: ['--frame-ancestors', 'https://portal.example']}, async (other) => assert.equal(await framed(other), false));
});
