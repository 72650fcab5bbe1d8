// A toolkit pasted into a post of Debian's WordPress, by an author who may not write markup, and what readers of the post see in Chromium.
// The plain site finds the service by itself; the trusting one has the lines that /docs/embedding of the service gives.
import assert from 'node:assert/strict';
import test, {after, before} from 'node:test';
import {editedContent} from '../../contract/support/editing.js';
import {binary, launch, settings} from '../../contract/support/service.js';
import {at} from '../../contract/support/time.js';
import {get} from '../../contract/support/wire.js';
import {freePort} from '../../integration/support/child.js';
import {stoppedClock} from '../../integration/support/clock.js';
import {openBrowser} from '../../web/support/browser.js';
import {startWordpress} from './support/wordpress.js';

const kNumber = '1-888-539-2373';
const kPublisher = 'https://casttta.nationbuilder.com/lereporting';
const clock = stoppedClock(Date.parse(at) - 3600_000);
const wide = {viewport: {width: 1000, height: 900}};
let found; // the service that the plain site finds, which knows its public_url
let named; // and that of the trusting site, which does not
let wordpress;
let browser;

async function startService(args, port) {
  const content = editedContent({'toolkits/lereporting/toolkit.md': 'former_ids: [le-reporting]'});
  const [command, ...words] = clock.command([binary, 'serve', '--port', String(port), '--content', content, '--config', settings, ...args]);
  return launch(command, words);
}

const urlOf = ({host, port}) => `http://${host}:${port}`;
const unescaped = (html) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&amp;', '&');

before(async () => {
  const port = await freePort();
  [found, named] = await Promise.all([startService(['--public-url', `http://127.0.0.1:${port}`], port), startService([], 0)]);
  const documented = /<pre><code>(&lt;\?php\n[^<]*wp_oembed_add_provider[^<]*)<\/code><\/pre>/.exec((await get(named, '/docs/embedding')).text);
  wordpress = await startWordpress(unescaped(documented[1]));
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await wordpress?.stop();
  await Promise.all([found?.stop(), named?.stop()]);
});

const asked = async (site, post) => (await fetch(`${site}/?p=${post}`)).text();

const kAsked = '750'; // the height that WordPress asks of the service without knowing better

// `use(page, frame)` with a published post open in a reader's browser, once the frame has told its height.
async function reading(site, post, use, options = wide) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  try {
    await page.goto(`${site}/?p=${post}`);
    const whole = `iframe.wp-embedded-content[src*="#?secret="]:not([height="${kAsked}"])`;
    await page.waitForSelector(whole, {state: 'attached'});
    const frame = await (await page.locator('iframe.wp-embedded-content').elementHandle()).contentFrame();
    await frame.locator('.ct-validity').waitFor();
    await use(page, frame);
  } finally {
    await context.close();
  }
}

const attributesOf = (page) => page.locator('iframe').evaluate((each) => Object.fromEntries([...each.attributes].map(({name, value}) => [name, value])));
const heightOf = (page) => page.locator('iframe').evaluate((each) => each.height);
// WordPress takes heights from 200 to 1000.
const expectedHeight = (frame) => frame.evaluate(() => String(Math.min(1000, Math.ceil(document.documentElement.getBoundingClientRect().height))));
const background = (frame) => frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('a site that knows nothing of the service shows the frame in WordPress’s own sandbox, with style, height, hotline and the pasted choice', async () => {
  const post = wordpress.publish(`Read this:\n\n${urlOf(found)}/embed/lereporting?lang=es&theme=dark&sections=target-audience\n\nThank you.`);
  await reading(wordpress.plain, post, async (page, frame) => {
    const {sandbox, src, title, style} = await attributesOf(page);
    assert.equal(sandbox, 'allow-scripts');
    assert.match(src, new RegExp(`^${urlOf(found)}/embed/lereporting\\?sections=target-audience&theme=dark&lang=es#\\?secret=\\w+$`));
    assert.equal(title, 'Reporting Trafficking Victimization to Law Enforcement');
    assert.equal(style, undefined, 'WordPress still hides the frame');
    assert.equal(await page.locator('blockquote').isVisible(), false);
    assert.equal(await background(frame), 'rgb(20, 23, 26)');
    assert.match(await frame.locator('.ct-redirect').innerText(), new RegExp(kNumber));
    assert.match(await frame.locator('.ct-redirect').innerText(), /Llame al/);
    assert.equal(await frame.locator('.ct-section').count(), 1);
    assert.equal(await heightOf(page), await expectedHeight(frame));
  });
});

test('the post holds the publisher’s page and the hotline as WordPress keeps them, for readers without the frame', async () => {
  const post = wordpress.publish(`${urlOf(found)}/embed/lereporting`);
  const [, fallback] = /<blockquote class="wp-embedded-content"[^>]*>(.*?)<\/blockquote>\s*(?:<p>)?<iframe/s.exec(await asked(wordpress.plain, post));
  assert.match(fallback, new RegExp(`<a href="${kPublisher}">Reporting Trafficking Victimization to Law Enforcement</a>, by CAST\\.`));
  assert.match(fallback, new RegExp(`call <a href="tel:\\+18885392373">${kNumber}</a>`));
});

test('an address with a former id, in the block of the editor, shows the toolkit of today', async () => {
  const url = `${urlOf(found)}/embed/le-reporting`;
  const post = wordpress.publish(`<!-- wp:embed {"url":"${url}","type":"rich"} -->
<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">\n${url}\n</div></figure>\n<!-- /wp:embed -->`);
  await reading(wordpress.plain, post, async (page) => {
    assert.match((await attributesOf(page)).src, new RegExp(`^${urlOf(found)}/embed/lereporting#`));
  });
});

test('an address that is no toolkit stays an address', async () => {
  const post = wordpress.publish(`${urlOf(found)}/embed/lereporting?theme=pink`);
  const html = await asked(wordpress.plain, post);
  assert.doesNotMatch(html, /<iframe/);
  assert.match(html, /\/embed\/lereporting\?theme=pink/);
});

test('in WordPress’s own sandbox the publisher’s page opens by WordPress’s message, another link shows its address, and the number can be read', async () => {
  const post = wordpress.publish(`${urlOf(found)}/embed/lereporting`);
  await reading(wordpress.plain, post, async (page, frame) => {
    await page.context().route(`${kPublisher}**`, (route) => route.fulfill({contentType: 'text/html', body: '<title>CAST</title>'}));
    const rule = frame.locator('a[href^="https://www.federalregister.gov/"]').first();
    const href = await rule.getAttribute('href');
    await rule.click();
    await frame.locator('.ct-address').filter({hasText: href}).waitFor();
    await frame.locator('.ct-hotline a').click();
    assert.equal(await frame.evaluate(() => String(getSelection())), kNumber);
    await frame.locator('.ct-canonical a').click();
    await page.waitForURL(kPublisher);
  });
});

test('a site that trusts the service shows the frame as the service gives it, and keeps link and hotline in the post', async () => {
  const post = wordpress.publish(`${urlOf(named)}/embed/lereporting?lang=en&theme=dark`);
  await reading(wordpress.trusting, post, async (page, frame) => {
    const {sandbox, src, referrerpolicy} = await attributesOf(page);
    assert.deepEqual([sandbox, referrerpolicy], ['allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation', 'no-referrer']);
    assert.match(src, new RegExp(`^${urlOf(named)}/embed/lereporting\\?theme=dark&lang=en#\\?secret=`));
    assert.equal(await background(frame), 'rgb(20, 23, 26)');
    assert.equal(await page.locator('blockquote a[href="tel:+18885392373"]').innerText(), kNumber);
    assert.equal(await page.locator(`blockquote a[href="${kPublisher}"]`).isVisible(), true);
    assert.equal(await heightOf(page), '1000');
    assert.equal(await heightOf(page), await expectedHeight(frame));
  });
});

test('in a site that trusts the service a link opens a tab of its own, which learns nothing of the post', async () => {
  const post = wordpress.publish(`${urlOf(named)}/embed/lereporting`);
  await reading(wordpress.trusting, post, async (page, frame) => {
    const headers = [];
    await page.context().route(`${kPublisher}**`, async (route) => {
      headers.push(await route.request().allHeaders());
      await route.fulfill({contentType: 'text/html', body: '<title>CAST</title>'});
    });
    const [tab] = await Promise.all([page.context().waitForEvent('page'), frame.locator('.ct-canonical a').click()]);
    await tab.waitForURL(kPublisher);
    assert.equal(await tab.evaluate(() => window.opener), null);
    assert.equal(headers[0].referer, undefined);
    assert.equal(await frame.locator('.ct-address').count(), 0);
  });
});

for (const site of ['plain', 'trusting']) {
  test(`an open post in the ${site} site switches when the law does, though WordPress keeps what it was given`, async () => {
    const service = site === 'plain' ? found : named;
    clock.set(Date.parse(at) - 2000);
    const post = wordpress.publish(`${urlOf(service)}/embed/lereporting?lang=en`);
    await reading(wordpress[site], post, async (page, frame) => {
      const status = (text) => frame.locator('.ct-status-word').filter({hasText: text}).waitFor();
      await status(/^Not yet in effect$/);
      clock.set(Date.parse(at));
      await status(/^In effect$/);
      assert.equal(await frame.locator('.ct-notice').count(), 1);
      const html = await asked(wordpress[site], post);
      assert.doesNotMatch(/<blockquote.*?<\/iframe>/s.exec(html)[0], /effect/);
    });
  });
}

test('while the service is away the post shows the publisher’s page and the hotline in the frame’s place', async () => {
  const post = wordpress.publish(`${urlOf(found)}/embed/lereporting?lang=en`);
  await asked(wordpress.plain, post);
  await found.stop();
  const page = await browser.newPage(wide);
  try {
    await page.goto(`${wordpress.plain}/?p=${post}`);
    assert.equal(await page.locator(`blockquote a[href="${kPublisher}"]`).isVisible(), true);
    assert.equal(await page.locator('blockquote a[href="tel:+18885392373"]').innerText(), kNumber);
  } finally {
    await page.close();
  }
});
