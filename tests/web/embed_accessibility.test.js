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

const has = (name, value) => (target) => new URL(target, 'http://any').searchParams.get(name) === value;
const isWhole = has('sections', null);

// A system's preference shows in the theme that follows it; a theme of its own is looked at once. One section alone has the colours
// of the whole.
for (const [name, [options, wanted]] of Object.entries({
  'in a theme of its own': [{colorScheme: 'light'}, (target) => isWhole(target) && !has('theme', 'auto')(target)],
  'to a reader with a light system': [{colorScheme: 'light'}, has('theme', 'auto')],
  'to a reader with a dark system': [{colorScheme: 'dark'}, has('theme', 'auto')],
  'on a small screen': [{colorScheme: 'light', viewport: {width: 320, height: 500}}, (target) => isWhole(target) && has('theme', 'auto')(target)],
})) {
  test(`every page is accessible ${name}`, async () => {
    const some = pages.filter(wanted);
    assert.ok(some.length > 0);
    await onPage(options, async (page) => {
      for (const target of some) {
        await page.goto(urlOf(service, target));
        assert.deepEqual(await findings(page), [], target);
      }
    });
  });
}

test('every fragment is accessible in a page whose headings it follows', async () => {
  await onPage({}, async (page) => {
    for (const target of fragments.filter((each) => isWhole(each) || has('heading', '2')(each))) {
      await page.setContent(inAPortal((await get(service, target)).text, headingOf(target)));
      assert.deepEqual(await findings(page), [], target);
    }
  });
});
