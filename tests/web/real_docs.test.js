// The pages for developers as the real binary serves them: the reference, and the six ways to embed a toolkit.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import test, {after} from 'node:test';
import {start} from '../contract/support/service.js';
import {get} from '../contract/support/wire.js';
import {complaints, findings} from './support/checks.js';
import {urlOf} from './support/embeds.js';
import {inside, visiting} from './support/together.js';

const service = await start();
after(() => service.stop());
const origin = urlOf(service, '');
const visit = (path, use, options = {}) => visiting({url: origin + path, origins: [origin], options}, use);
const whole = (page) => page.locator('.opblock').first().waitFor();
const width = (page) => page.evaluate(() => document.documentElement.scrollWidth);
const kNarrow = {viewport: {width: 320, height: 640}};

// Asks the service what it answers to one operation, as a reader of the reference does.
async function tryOut(page) {
  const operation = page.locator('.opblock-get').filter({hasText: '/v1/regulation-status'}).first();
  await operation.locator('.opblock-summary-control').first().click();
  await operation.locator('button.execute').click();
  await operation.locator('.live-responses-table .response-col_status').last().waitFor();
  return operation;
}

test('the reference shows every path of the contract', () =>
  visit('/docs', async (page) => {
    await whole(page);
    const shown = await page.locator('.opblock-summary-path').evaluateAll((all) => all.map((each) => each.dataset.path));
    assert.deepEqual([...new Set(shown)].sort(), Object.keys((await get(service, '/openapi.json')).json.paths).sort());
  }));

test('what is tried out in the reference is answered by this service', () =>
  visit('/docs', async (page, {requests}) => {
    await whole(page);
    const operation = await tryOut(page);
    assert.match(await operation.locator('.live-responses-table').innerText(), /"t-visa-final-rule-2024"/);
    const asked = requests.at(-1);
    assert.equal(new URL(asked.url()).pathname, '/v1/regulation-status');
    assert.equal((await asked.allHeaders()).referer, undefined);
  }));

test('the reference does not scroll sideways at 320 pixels, before and after something is tried out', () =>
  visit('/docs', async (page) => {
    await whole(page);
    assert.equal(await width(page), 320);
    await tryOut(page);
    assert.equal(await width(page), 320);
  }, kNarrow));

// Faults of swagger-ui 5's own markup: headings from h1 to h3, a link in the button of each operation, its introduction
// outside of landmarks, names on elements without a role.
const kOfTheViewer = ['aria-prohibited-attr', 'heading-order', 'nested-interactive', 'region'];

test('the reference is accessible, but for what is known of its viewer', () =>
  visit('/docs', async (page) => {
    await whole(page);
    assert.deepEqual(await findings(page, {exclude: ['.swagger-ui']}), []);
    const rules = (await findings(page)).map((each) => each.split(':')[0]);
    assert.deepEqual(rules.filter((rule) => !kOfTheViewer.includes(rule)), []);
  }));

// What is in frames is pages of their own, and has tests of its own.
const kNoFrames = {'frame-tested': {enabled: false}};

for (const colorScheme of ['light', 'dark']) {
  test(`the page on embedding is accessible to a reader with a ${colorScheme} system`, () =>
    visit('/docs/embedding', async (page) => {
      await inside(page, '.ct-validity').waitFor();
      assert.deepEqual(await findings(page, {rules: kNoFrames}), []);
    }, {colorScheme}));
}

test('every preview of the page on embedding shows the toolkit', () =>
  visit('/docs/embedding', async (page) => {
    await page.locator('.answer').first().getByText('"survivor_redirect"').waitFor();
    await inside(page, '.ct-redirect').waitFor();
    const frames = await page.locator('iframe').elementHandles();
    assert.equal(frames.length, 3);
    for (const frame of frames) {
      const content = await frame.contentFrame();
      await content.locator('.ct-redirect').waitFor();
    }
  }));

test('every sample can be copied, with the address of this service in it', () =>
  visit('/docs/embedding', async (page) => {
    await page.locator('.copy').first().waitFor();
    const samples = page.locator('pre:not(.answer)');
    assert.equal(await page.locator('.copy').count(), await samples.count());
    for (const [i, button] of (await page.locator('.copy').all()).entries()) {
      await button.click();
      await button.getByText('Copied').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, await samples.nth(i).textContent());
      assert.doesNotMatch(copied, /toolkits\.example/);
    }
    assert.equal(await samples.first().textContent(), `curl '${origin}/v1/toolkits/lereporting'`);
  }, {permissions: ['clipboard-read', 'clipboard-write']}));

test('the sample that names one version of the element has its address and its hash', () =>
  visit('/docs/embedding', async (page) => {
    const sample = page.locator('code[data-element]');
    await sample.filter({hasText: '/assets/v1.'}).filter({hasNotText: 'HASH'}).waitFor();
    const [, src, integrity] = /src="([^"]+)" integrity="([^"]+)"/.exec(await sample.textContent());
    const bytes = Buffer.from(await (await fetch(src)).arrayBuffer());
    assert.equal(integrity, `sha384-${createHash('sha384').update(bytes).digest('base64')}`);
  }));

test('the page on embedding does not scroll sideways at 320 pixels', () =>
  visit('/docs/embedding', async (page) => {
    await inside(page, '.ct-validity').waitFor();
    assert.equal(await width(page), 320);
  }, kNarrow));

test('both pages are valid HTML', async () => {
  const texts = await Promise.all(['/docs', '/docs/embedding'].map(async (path) => [path, (await get(service, path)).text]));
  assert.deepEqual(complaints(Object.fromEntries(texts)), []);
});

test('once the service knows its own address, what WordPress is given is shown as well', async () => {
  await service.stop();
  const known = await start({port: service.port, args: ['--public-url', origin]});
  await visit('/docs/embedding', async (page) => {
    const answer = page.locator('#wordpress .answer');
    await answer.getByText('"type": "rich"').waitFor();
    assert.match(await answer.innerText(), /<iframe/);
  });
  await known.stop();
});
