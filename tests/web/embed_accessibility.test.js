// The page for frames as axe-core sees it, in every edition, language and theme.
import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {start} from '../contract/support/service.js';
import {get} from '../contract/support/wire.js';
import {openBrowser} from './support/browser.js';
import {findings} from './support/checks.js';
import {everyEmbed, headingOf, inAPortal, urlOf} from './support/embeds.js';

const service = await start();
const {pages, fragments} = await everyEmbed(service);
const browser = await openBrowser();
after(() => browser.close());

async function onPage(options, use) {
  const page = await browser.newPage(options);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

for (const [name, options] of Object.entries({
  'to a reader with a light system': {colorScheme: 'light'},
  'to a reader with a dark system': {colorScheme: 'dark'},
  'on a small screen': {colorScheme: 'light', viewport: {width: 320, height: 500}},
})) {
  test(`every page is accessible ${name}`, async () => {
    await onPage(options, async (page) => {
      for (const target of pages) {
        await page.goto(urlOf(service, target));
        assert.deepEqual(await findings(page), [], target);
      }
    });
  });
}

test('every fragment is accessible in a page whose headings it follows', async () => {
  await onPage({}, async (page) => {
    for (const target of fragments) {
      await page.setContent(inAPortal((await get(service, target)).text, headingOf(target)));
      assert.deepEqual(await findings(page), [], target);
    }
  });
});
