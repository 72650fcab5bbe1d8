// Sites with a strict Content-Security-Policy show the element, and it needs no more than the policy that docs/embedding.md gives.
import assert from 'node:assert/strict';
import test from 'node:test';
import {hears, inside, kFallback, leadNowhere, leave, onPage, shown, visible} from './support/stage.js';

const policy = (more = '') => (service) => ({'Content-Security-Policy':
  `default-src 'none'; script-src ${service.url}; connect-src ${service.url}; style-src 'self'${more}`});

const watch = (page) => page.addInitScript(() => {
  window.broken = [];
  document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => window.broken.push(`${effectiveDirective} ${blockedURI}`));
});
const broken = (page) => page.evaluate(() => window.broken);

for (const [name, more] of Object.entries({
  'of scripts, styles and connections': '',
  'of trusted types': "; require-trusted-types-for 'script'; trusted-types cast-toolkit",
})) {
  test(`under a strict policy ${name} it is shown, with its looks and its exit`, () =>
    onPage({fields: policy(more), attributes: {theme: 'dark', exit: ''}, prepare: watch}, async (page) => {
      await shown(page);
      assert.equal(await inside(page, '.ct-notice').evaluate((each) => getComputedStyle(each).paddingTop), '16px');
      await inside(page, 'button').click();
      await page.waitForURL('https://www.weather.gov/');
      await page.getByText('Fair, 61 degrees').waitFor();
    }));

  test(`under a strict policy ${name} nothing of it is refused`, () =>
    onPage({fields: policy(more), attributes: {theme: 'dark', exit: ''}, prepare: async (page) => {
      await watch(page);
      await leadNowhere(page);
    }}, async (page) => {
      await shown(page);
      await leave(page);
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('[role=alert]')).position), 'fixed');
      assert.deepEqual(await broken(page), []);
    }));
}

test('in a frame it needs frame-src alone', () =>
  onPage({fields: (service) => policy(`; frame-src ${service.url}`)(service), attributes: {mode: 'frame'}, prepare: watch}, async (page) => {
    await hears(page, 'load');
    assert.deepEqual(await broken(page), []);
  }));

test('where trusted types do not allow its policy, the page’s own text stays', () =>
  onPage({fields: policy("; require-trusted-types-for 'script'; trusted-types 'none'")}, async (page) => {
    await hears(page, 'error');
    assert.match(await visible(page), new RegExp(kFallback));
  }));

test('a policy that does not let it connect leaves the page’s own text', () =>
  onPage({fields: (service) => ({'Content-Security-Policy': `default-src 'none'; script-src ${service.url}`})}, async (page) => {
    assert.equal((await hears(page, 'error'))[0].reason, 'unreachable');
    assert.match(await visible(page), new RegExp(kFallback));
  }));
