// What a person sees and touches: colours, sizes, focus, movement, and the ways in which a site changes them.
import assert from 'node:assert/strict';
import test from 'node:test';
import {element, inside, onPage, shown} from './support/stage.js';

const style = (page, selector, ...names) => inside(page, selector).first().evaluate((each, wanted) => {
  const computed = getComputedStyle(each);
  return wanted.map((name) => computed[name]);
}, names);

// WCAG's contrast of two colours written as rgb().
function contrast(a, b) {
  const [light, dark] = [a, b].map((colour) => {
    const [red, green, blue] = colour.match(/\d+/g).map(Number).map((each) => each / 255)
      .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }).sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

const kDark = 'rgb(22, 25, 29)';
const kLight = 'rgb(255, 255, 255)';

for (const [theme, colorScheme, expected] of [['light', 'dark', kLight], ['dark', 'light', kDark], ['auto', 'light', kLight], ['auto', 'dark', kDark]]) {
  test(`theme="${theme}" for a reader who prefers ${colorScheme} is legible`, () =>
    onPage({attributes: {theme, exit: ''}, options: {colorScheme}}, async (page) => {
      await shown(page);
      const [background, text] = await element(page).evaluate((each) => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]);
      assert.equal(background, expected);
      assert.ok(contrast(background, text) >= 7, 'text');
      assert.ok(contrast(background, (await style(page, '.ct-section a', 'color'))[0]) >= 4.5, 'links');
      assert.ok(contrast(...await style(page, 'button', 'color', 'backgroundColor')) >= 4.5, 'exit');
    }));
}

test('without a theme it has the colours and the font of the site', () =>
  onPage({css: 'body{color:rgb(1,2,3);background:rgb(250,240,230);font:20px/1.5 monospace}'}, async (page) => {
    await shown(page);
    assert.deepEqual(await style(page, '.ct-section p', 'color', 'fontFamily', 'fontSize'), ['rgb(1, 2, 3)', 'monospace', '20px']);
    assert.deepEqual(await style(page, '.ct-section a', 'color', 'textDecorationLine'), ['rgb(1, 2, 3)', 'underline']);
    assert.equal(await element(page).evaluate((each) => getComputedStyle(each).backgroundColor), 'rgba(0, 0, 0, 0)');
  }));

const properties = {
  'text': ['.ct-section p', 'color', 'rgb(1, 2, 3)'], 'link': ['.ct-section a', 'color', 'rgb(1, 2, 3)'],
  'accent': ['.ct-redirect', 'borderTopColor', 'rgb(1, 2, 3)'], 'notice': ['.ct-notice', 'backgroundColor', 'rgb(1, 2, 3)'],
  'exit': ['button', 'backgroundColor', 'rgb(1, 2, 3)'], 'exit-text': ['button', 'color', 'rgb(1, 2, 3)'],
  'font': ['.ct-section p', 'fontFamily', 'monospace'], 'padding': ['.box', 'paddingTop', '7px'], 'gap': ['.ct-rights', 'marginTop', '7px'],
};

for (const [name, [selector, property, value]] of Object.entries(properties)) {
  test(`the site sets --cast-toolkit-${name}`, () =>
    onPage({attributes: {theme: 'dark', exit: ''}, css: `cast-toolkit{--cast-toolkit-${name}:${value}}`}, async (page) => {
      await shown(page);
      assert.deepEqual(await style(page, selector, property), [value]);
    }));
}

test('the site sets --cast-toolkit-background', () =>
  onPage({attributes: {theme: 'dark'}, css: 'cast-toolkit{--cast-toolkit-background:rgb(1, 2, 3)}'}, async (page) => {
    await shown(page);
    assert.equal(await element(page).evaluate((each) => getComputedStyle(each).backgroundColor), 'rgb(1, 2, 3)');
  }));

for (const part of ['redirect', 'notice', 'section', 'resource', 'rights', 'validity', 'exit', 'exit-link', 'exit-hint', 'exit-status']) {
  test(`the site styles ::part(${part})`, () =>
    onPage({attributes: {exit: ''}, css: `cast-toolkit::part(${part}){letter-spacing:3px}`}, async (page) => {
      await shown(page);
      assert.deepEqual(await style(page, `[part=${part}]`, 'letterSpacing'), ['3px']);
    }));
}

test('styles of the site for its own elements do not reach what is inside', () =>
  onPage({css: 'p,section{letter-spacing:9px}.ct-notice{display:none}button{display:none}', attributes: {exit: ''}}, async (page) => {
    await shown(page);
    assert.deepEqual(await style(page, '.ct-section p', 'letterSpacing'), ['normal']);
    await inside(page, '.ct-notice').waitFor();
    await inside(page, 'button').waitFor();
  }));

for (const width of [320, 768, 1280]) {
  test(`at ${width} pixels nothing sticks out`, () =>
    onPage({attributes: {exit: '', theme: 'light'}, options: {viewport: {width, height: 700}},
      service: {content: {more: `<p>https://www.example.org/${'a-very-long-address/'.repeat(12)}</p>`}}}, async (page) => {
      await shown(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }));
}

test('the exit is 44 pixels high and wide at least, also as the link, and stays in sight', () =>
  onPage({attributes: {exit: ''}, options: {viewport: {width: 320, height: 500}}}, async (page) => {
    await shown(page);
    await page.keyboard.press('Tab');
    for (const selector of ['.first', 'button']) {
      const {width, height} = await inside(page, selector).boundingBox();
      assert.ok(width >= 44 && height >= 44, `${selector}: ${width} × ${height}`);
    }
    await page.evaluate(() => window.scrollTo(0, 400));
    const {y} = await inside(page, 'button').boundingBox();
    assert.ok(y >= 0 && y < 500 - 44, `at ${y}`);
  }));

test('the keyboard comes to the exit first, then to its button, then to the links, and each shows it', () =>
  onPage({attributes: {exit: ''}}, async (page) => {
    await shown(page);
    const reached = [];
    for (let i = 0; i < 4; ++i) {
      await page.keyboard.press('Tab');
      reached.push(await element(page).evaluate((each) => {
        const {activeElement} = each.shadowRoot;
        const {outlineStyle, outlineWidth} = getComputedStyle(activeElement);
        return `${activeElement.part.value || activeElement.localName} ${outlineStyle} ${outlineWidth}`;
      }));
    }
    assert.deepEqual(reached, ['exit-link solid 3px', 'exit solid 3px', 'a solid 3px', 'a solid 3px']);
  }));

test('in forced colours the exit and the notice keep an edge', () =>
  onPage({attributes: {exit: '', theme: 'dark'}, options: {forcedColors: 'active'}}, async (page) => {
    await shown(page);
    const [edge, back] = await style(page, 'button', 'borderTopColor', 'backgroundColor');
    assert.notEqual(edge, back);
    assert.deepEqual(await style(page, '.ct-notice', 'borderLeftStyle', 'borderLeftWidth'), ['solid', '6px']);
    assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
  }));

test('nothing moves', () =>
  onPage({attributes: {exit: '', theme: 'auto'}}, async (page) => {
    await shown(page);
    const moving = await element(page).evaluate((each) => [each, ...each.shadowRoot.querySelectorAll('*')].map((one) => getComputedStyle(one))
      .filter(({animationName, transitionDuration, scrollBehavior}) => animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior !== 'auto').length);
    assert.equal(moving, 0);
  }));
