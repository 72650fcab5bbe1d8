// A browser, a service and a site, and pages of the site that show the element, for as long as a test file runs.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after} from 'node:test';
import {openBrowser} from './browser.js';
import {hostOrigin, serviceOrigin, source} from './origins.js';

export const kFallback = 'The toolkit is at CAST’s own page.';
export const kNeutral = 'https://www.weather.gov/';

export const integrity = `sha384-${createHash('sha384').update(source('v1.js')).digest('base64')}`;

const browser = await openBrowser();
after(() => browser.close());

// Keeps for the test what the element asks and what it says; runs before anything of the page.
function listen() {
  const {fetch} = window;
  window.asked = [];
  window.fetch = (address, options) => window.asked.push(options) && fetch(address, options);
  window.told = [];
  for (const type of ['load', 'error', 'statuschange']) {
    document.addEventListener(type, ({target, detail}) => {
      if (target.localName === 'cast-toolkit') window.told.push({type, ...detail});
    }, true);
  }
}

function html({service, attributes, lang, head, around, fallback}) {
  const written = Object.entries({src: service.url, toolkit: 'lereporting', ...attributes})
    .filter(([, value]) => value !== null).map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<!doctype html><html${lang ? ` lang="${lang}"` : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A legal aid site</title><link rel="stylesheet" href="/host.css">${head}
<script type="module" src="${service.url}/embed/v1.js" integrity="${integrity}" crossorigin="anonymous"></script></head>
<body>${around}<cast-toolkit${written}>${fallback}</cast-toolkit></body></html>`;
}

// `use(page, {service, host, requests})` with the element in a fresh page: `attributes` of the element; `fields` of the
// page's answer; `options` of the browser's context; `time` for a clock that the test moves, `stopped` where nothing else does; `prepare(page)` before it is
// opened. Whatever the test, nothing may go anywhere but to the service, the site and the neutral page.
export async function onPage({attributes = {}, lang = 'en', head = '', around = '', fallback = `<p>${kFallback}</p>`, fields = () => ({}),
  options = {}, time, stopped = false, css = '', service: given = {}, prepare = async () => {}} = {}, use) {
  const [service, host] = await Promise.all([serviceOrigin(), hostOrigin()]);
  Object.assign(service, given);
  host.css = css;
  host.show({html: '', fields: fields(service), body: html({service, attributes, lang, head, around, fallback})});
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000); // machines are busy
  const requests = [];
  context.on('request', (request) => requests.push(request));
  await page.route(`${kNeutral}**`, (route) => route.fulfill({contentType: 'text/html', body: '<link rel="icon" href="data:,"><title>Weather</title>Fair, 61 degrees.'}));
  await page.addInitScript(listen);
  if (time) await page.clock.install({time: stopped ? new Date(time).valueOf() - 60_000 : time});
  if (time && stopped) await page.clock.pauseAt(time);
  await prepare(page, {service, host});
  try {
    await page.goto(`${host.url}/`);
    await use(page, {service, host, requests});
    assertPrivate(requests, service, host);
    assert.deepEqual(await context.cookies(), [], 'a cookie was kept');
  } finally {
    await context.close();
    for (const {server} of [service, host]) {
      server.close();
      server.closeAllConnections();
    }
  }
}

function assertPrivate(requests, service, host) {
  const allowed = [service.url, host.url, new URL(kNeutral).origin];
  for (const request of requests) {
    assert.ok(allowed.includes(new URL(request.url()).origin), `a request to ${request.url()}`);
  }
  for (const {headers, url} of service.asked) {
    assert.equal(headers.cookie, undefined, `a cookie with ${url}`);
    assert.equal(headers.referer, undefined, `a referrer with ${url}`);
  }
}

export const element = (page) => page.locator('cast-toolkit');
export const inside = (page, selector) => page.locator(`cast-toolkit ${selector}`);
export const shown = (page, selector = '.cast-toolkit') => inside(page, selector).waitFor();
// How each question was put that the page has sent so far, arrived or not.
export const asked = (page) => page.evaluate(() => window.asked.map(({signal, ...options}) => options));
export const told = (page, type) => page.evaluate((wanted) => window.told.filter((each) => each.type === wanted), type);

// Resolves once the element has said `type` for the `count`th time, with all that it has said of that.
export async function hears(page, type, count = 1) {
  await page.waitForFunction(([wanted, times]) => window.told.filter((each) => each.type === wanted).length >= times, [type, count]);
  return told(page, type);
}

// What a person reads on the page: its own text, and that within the element.
export const visible = (page) => page.evaluate(() =>
  [document.body, ...document.querySelector('cast-toolkit')?.shadowRoot?.children ?? []].map((each) => each.innerText).join('\n'));

// The neutral page answers with no content: a browser stays where it is, on the page that was left, and it can be looked at.
export const leadNowhere = (page) => page.route(`${kNeutral}**`, (route) => route.fulfill({status: 204}));

export async function leave(page) {
  const nowhere = page.waitForEvent('requestfailed', (request) => request.url() === kNeutral);
  await page.evaluate(() => document.querySelector('cast-toolkit').shadowRoot.querySelector('button').click());
  await nowhere;
}
