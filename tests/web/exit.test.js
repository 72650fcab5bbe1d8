// The quick exit: away at once, the page hidden while the next one comes, and nothing of it seen again by going back.
import assert from 'node:assert/strict';
import test from 'node:test';
import {element, hears, inside, kNeutral, leadNowhere, leave, onPage, shown} from './support/stage.js';

const kToolkit = /Trafficking|toolkit|T visa/i;
const withExit = {attributes: {exit: ''}};
const arrived = (page) => page.waitForURL(kNeutral);
const said = (page) => inside(page, '[role=status]').textContent();
const isLeft = (page) => page.evaluate(() => document.querySelector('[role=alert]') !== null);
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
test('without the attribute there is no exit, and Shift does nothing', () =>
  onPage({prepare: leadNowhere}, async (page) => {
    await shown(page);
    assert.equal(await inside(page, 'button').isVisible(), false);
    await press(page, 'Shift', 'Shift', 'Shift', 'Shift');
    assert.equal(await isLeft(page), false);
    await page.keyboard.press('Tab');
    assert.equal(await element(page).evaluate((each) => each.shadowRoot.activeElement.getAttribute('href')), 'tel:+18885392373');
  }));

const ways = {
  'the button': (page) => inside(page, 'button').click(),
  'the link that comes first': async (page) => press(page, 'Tab', 'Enter'),
  'Shift, three times': (page) => press(page, 'Shift', 'Shift', 'Shift'),
};

for (const [name, way] of Object.entries(ways)) {
  test(`${name} leads to the neutral page, in this tab and no other`, () =>
    onPage(withExit, async (page) => {
      await shown(page);
      await way(page);
      await arrived(page);
      assert.equal(page.context().pages().length, 1);
    }));
}

test('the exit is there before the toolkit is, and when the service is away', () =>
  onPage({...withExit, service: {fault: () => null}}, async (page) => {
    await hears(page, 'error');
    await inside(page, 'button').click();
    await arrived(page);
  }));

test('going back leads past the page, and shows nothing of the toolkit', () =>
  onPage({...withExit, prepare: (page, {host}) => page.goto(`${host.url}/before`)}, async (page, {host}) => {
    await shown(page);
    await inside(page, 'button').click();
    await arrived(page);
    await page.goBack();
    assert.equal(page.url(), `${host.url}/before`);
    assert.doesNotMatch(await page.locator('html').innerText(), kToolkit);
    await page.goForward();
    assert.equal(page.url(), kNeutral);
    assert.doesNotMatch(await page.locator('html').innerText(), kToolkit);
  }));

test('the whole page, its title and what lies on top of it are covered until the neutral page has come', () =>
  onPage({...withExit, around: '<p style="position:fixed;inset:0;z-index:2147483647">On top</p>', prepare: leadNowhere}, async (page) => {
    await shown(page);
    await leave(page);
    assert.deepEqual(await page.evaluate(() => ({
      title: document.title,
      text: document.documentElement.innerText.trim(),
      corners: [[1, 1], [innerWidth - 1, 1], [1, innerHeight - 1], [innerWidth / 2, innerHeight / 2]]
        .map((point) => document.elementFromPoint(...point).getAttribute('role')),
      background: getComputedStyle(document.querySelector('[role=alert]')).backgroundColor,
      body: getComputedStyle(document.body).display,
    })), {title: 'Loading.', text: 'Loading.', corners: Array(4).fill('alert'), background: 'rgb(255, 255, 255)', body: 'none'});
  }));

test('the page is covered in the very moment of the press, and so is a dialog that is open', () =>
  onPage({...withExit, around: '<dialog>The site’s own</dialog>', prepare: leadNowhere}, async (page) => {
    await shown(page);
    assert.equal(await page.evaluate(() => {
      document.querySelector('dialog').showModal();
      document.querySelector('cast-toolkit').shadowRoot.querySelector('button').click();
      return document.documentElement.innerText.trim();
    }), 'Loading.');
  }));

test('a page that the browser brings back out of its memory is still covered, and leaves again', () =>
  onPage({...withExit, prepare: leadNowhere}, async (page) => {
    await shown(page);
    await leave(page);
    const again = page.waitForRequest(kNeutral);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})));
    await again;
    assert.equal(await page.evaluate(() => document.documentElement.innerText.trim()), 'Loading.');
  }));

for (const [name, keys] of Object.entries({
  'twice': ['Shift', 'Shift'],
  'with another key between': ['Shift', 'Shift', 'a', 'Shift'],
  'for capitals': ['Shift+A', 'Shift+B', 'Shift+C', 'Shift+D'],
  'for a capital, then twice': ['Shift+A', 'Shift', 'Shift'],
  'never, but Escape three times': ['Escape', 'Escape', 'Escape'],
})) {
  test(`Shift pressed ${name} does not leave`, () =>
    onPage({...withExit, prepare: leadNowhere}, async (page) => {
      await shown(page);
      await press(page, ...keys);
      assert.equal(await isLeft(page), false);
    }));
}

test('after five seconds the count begins anew', () =>
  onPage({...withExit, time: '2024-09-02T12:00:00Z', prepare: leadNowhere}, async (page) => {
    await shown(page);
    await press(page, 'Shift', 'Shift');
    await page.clock.fastForward(5_000);
    assert.equal(await said(page), 'Exit this page expired.');
    await press(page, 'Shift', 'Shift');
    assert.equal(await isLeft(page), false);
    await press(page, 'Shift');
    assert.equal(await isLeft(page), true);
  }));

for (const [lang, texts] of Object.entries({
  en: ['Shift, press 2 more times to exit.', 'Shift, press 1 more time to exit.', 'Exit this page expired.', 'Exit this page', 'Loading.'],
  es: ['Mayús, pulse 2 veces más para salir.', 'Mayús, pulse 1 vez más para salir.', 'La salida ha caducado.', 'Salir de esta página', 'Cargando.'],
})) {
  test(`screen readers are told what happens, in the language "${lang}"`, () =>
    onPage({attributes: {exit: '', lang}, time: '2024-09-02T12:00:00Z', prepare: leadNowhere}, async (page) => {
      await shown(page);
      assert.equal(await inside(page, '[role=status]').getAttribute('lang'), lang);
      assert.equal(await said(page), '');
      await press(page, 'Shift');
      assert.equal(await said(page), texts[0]);
      await press(page, 'Shift');
      assert.equal(await said(page), texts[1]);
      await press(page, 'x');
      assert.equal(await said(page), texts[2]);
      await page.clock.fastForward(5_000);
      assert.equal(await said(page), '');
      assert.equal(await page.getByRole('button', {name: texts[3], exact: true}).count(), 1);
      await leave(page);
      assert.equal(await page.evaluate(() => document.querySelector('[role=alert]').textContent), texts[4]);
    }));
}

test('the hint promises nothing about the browser’s history', () =>
  onPage(withExit, async (page) => {
    await shown(page);
    assert.match(await inside(page, '.hint').innerText(), /does not erase your browser’s history/);
  }));

const leavesFor = (page) => inside(page, '.first').evaluate((each) => each.href);

for (const exit of ['https://news.example/', ' https://news.example/']) {
  test(`the site may name another neutral page: "${exit}"`, () =>
    onPage({attributes: {exit}}, async (page) => {
      await shown(page);
      await inside(page, 'button').waitFor();
      assert.equal(await leavesFor(page), 'https://news.example/');
    }));
}

for (const exit of ['false', 'False', ' false ']) {
  test(`exit="${exit}" is what a framework writes for no exit, and is none`, () =>
    onPage({attributes: {exit}, prepare: leadNowhere}, async (page) => {
      await shown(page);
      assert.equal(await inside(page, 'button').isVisible(), false);
      await press(page, 'Shift', 'Shift', 'Shift');
      assert.equal(await isLeft(page), false);
    }));
}

for (const exit of ['true', 'TRUE', 'exit', '/neutral', 'neutral.html', '//news.example/', 'http://news.example/', 'javascript:alert(1)', 'data:text/html,x',
  'https://', 'https://news.example:99999/']) {
  test(`exit="${exit}" leads to the neutral page, and never to another of the same site`, () =>
    onPage({attributes: {exit}}, async (page) => {
      await shown(page);
      await inside(page, 'button').click();
      await arrived(page);
    }));
}

test('the attribute can come and go', () =>
  onPage({prepare: leadNowhere}, async (page) => {
    await shown(page);
    await element(page).evaluate((each) => each.setAttribute('exit', ''));
    await inside(page, 'button').waitFor();
    await element(page).evaluate((each) => each.removeAttribute('exit'));
    await inside(page, 'button').waitFor({state: 'hidden'});
    await press(page, 'Shift', 'Shift', 'Shift');
    assert.equal(await isLeft(page), false);
  }));

test('an element that is taken out of the page takes its exit with it', () =>
  onPage({...withExit, prepare: leadNowhere}, async (page) => {
    await shown(page);
    await element(page).evaluate((each) => each.remove());
    await press(page, 'Shift', 'Shift', 'Shift');
    assert.equal(await isLeft(page), false);
  }));

test('a neutral page of the very site that is to be left is none', () =>
  onPage({prepare: async (page) => {
    await page.route('https://portal.example/**', (route) => route.fulfill({contentType: 'text/html', body: '<!doctype html><title>Portal</title>'}));
  }}, async (page, {service, requests}) => {
    await page.goto('https://portal.example/');
    requests.length = 0;
    await page.addScriptTag({type: 'module', content: (await import('./support/origins.js')).source('v1.js').toString()});
    await page.evaluate((src) => document.body.append(Object.assign(document.createElement('cast-toolkit'), {id: 'own'}))
      ?? document.querySelector('#own').setAttribute('exit', src), 'https://portal.example/elsewhere');
    await inside(page, 'button').waitFor();
    assert.equal(await leavesFor(page), kNeutral);
    assert.equal(service.asked.length, 1);
  }));
