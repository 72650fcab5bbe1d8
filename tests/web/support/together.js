// A browser that holds the real binary, and the sites that show it, to what was promised to readers; for as long as a test file runs.
import assert from 'node:assert/strict';
import {after} from 'node:test';
import {openBrowser} from './browser.js';

export const kNeutral = 'https://www.weather.gov/';

export const browser = await openBrowser();
after(() => browser.close());

// What the browser keeps of the page that is open and of every origin that was.
async function kept(page) {
  const {cookies, origins} = await page.context().storageState({indexedDB: true});
  const here = await page.evaluate(async () => [...Object.keys(sessionStorage), ...Object.keys(localStorage), ...await caches.keys(),
    ...await navigator.serviceWorker.getRegistrations()]);
  return [...cookies, ...origins, ...here];
}

// `use(page, {requests, said})` with `url` in a page of a fresh context: `options` of the context; `prepare(page)` before it
// is opened. Whatever the test, nothing is asked of any origin but `origins`, nothing is kept, and nothing is said in the
// console but what `expected` matches.
export async function visiting({url, origins, options = {}, prepare = async () => {}, expected = /^$/}, use) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const requests = [];
  const said = [];
  context.on('request', (request) => requests.push(request));
  context.on('console', (message) => said.push(`${message.text()} ${message.location().url}`));
  context.on('weberror', (error) => said.push(String(error.error())));
  await prepare(page);
  try {
    await page.goto(url);
    await use(page, {requests, said});
    assert.deepEqual(requests.map((request) => request.url()).filter((each) => !origins.includes(new URL(each).origin)), [], 'asked of others');
    assert.deepEqual(said.filter((each) => !expected.test(each)), [], 'said in the console');
    assert.deepEqual(await kept(page), [], 'kept');
  } finally {
    await context.close();
  }
}

// Keeps what every element of the page tells, from before anything of the page runs.
export const listening = (page) => page.addInitScript(() => {
  window.told = [];
  for (const type of ['load', 'error', 'statuschange']) {
    document.addEventListener(type, ({target, detail}) => {
      if (target.localName === 'cast-toolkit') window.told.push({type, ...detail});
    }, true);
  }
});

// All that the element has told of `type`, once that is `count` times at least.
export async function hears(page, type, count = 1) {
  const told = await page.waitForFunction(([wanted, times]) => {
    const all = window.told.filter((each) => each.type === wanted);
    return all.length >= times && all;
  }, [type, count]);
  return told.jsonValue();
}

export const inside = (page, selector) => page.locator(`cast-toolkit ${selector}`);
