// What the attributes ask for, also when they change, and in which language the element itself speaks.
import assert from 'node:assert/strict';
import test from 'node:test';
import {asked, element, hears, inside, kFallback, onPage, shown, told, visible} from './support/stage.js';

const targets = ({asked: requests}) => requests.map(({url}) => url.replace('/embed/lereporting', ''));

// name: [attributes, the document's language, what is asked for]
const questions = {
  'nothing': [{}, 'en', '/fragment?lang=en'],
  'Spanish': [{lang: 'es-MX'}, 'en', '/fragment?lang=es'],
  'nothing, in a Spanish document': [{}, 'es', '/fragment?lang=es'],
  'English, in a Spanish document': [{lang: 'en'}, 'es', '/fragment?lang=en'],
  'a language that there is not': [{lang: 'fr'}, 'es', '/fragment?lang=en'],
  'a heading and one section': [{heading: '3', sections: 'target-audience'}, '', '/fragment?lang=en&sections=target-audience&heading=3'],
  'what is to be escaped': [{sections: 'a&b=c#d'}, 'en', '/fragment?lang=en&sections=a%26b%3Dc%23d'],
  'a theme': [{theme: 'dark'}, 'en', '/fragment?lang=en'],
};

for (const [name, [attributes, lang, expected]] of Object.entries(questions)) {
  test(`asked for ${name}, it asks for ${expected}`, () =>
    onPage({attributes, lang}, async (page, {service}) => {
      await shown(page);
      assert.deepEqual(targets(service), [expected]);
    }));
}

for (const [name, attributes] of Object.entries({
  'src': {src: null}, 'toolkit': {toolkit: null}, 'src of the web': {src: 'javascript:alert(1)'}, 'src that is an address': {src: 'https://'},
})) {
  test(`without a ${name} it says so once, and the page's own text stays`, () =>
    onPage({attributes}, async (page, {service}) => {
      assert.deepEqual(await hears(page, 'error'), [{type: 'error', reason: 'attributes'}]);
      assert.match(await visible(page), new RegExp(kFallback));
      assert.equal(service.asked.length, 0);
      await element(page).evaluate((each, src) => Object.entries({src, toolkit: 'lereporting'}).forEach((pair) => each.setAttribute(...pair)), service.url);
      await shown(page);
    }));
}

test('a service below a path is asked there', () =>
  onPage({attributes: {src: null}}, async (page, {service}) => {
    await hears(page, 'error');
    await element(page).evaluate((each, src) => each.setAttribute('src', src), `${service.url}/legal/`);
    await hears(page, 'error', 2);
    assert.deepEqual(targets(service), ['/legal/fragment?lang=en']);
  }));

test('attributes that change together are one question, and what was shown before goes', () =>
  onPage({}, async (page, {service}) => {
    await shown(page);
    service.fault = (request, fields) => ({status: 503, fields});
    await element(page).evaluate((each) => {
      each.setAttribute('lang', 'es');
      each.setAttribute('heading', '4');
      each.setAttribute('sections', 'target-audience');
    });
    await hears(page, 'error');
    assert.equal(targets(service)[1], '/fragment?lang=es&sections=target-audience&heading=4');
    assert.match(await visible(page), new RegExp(kFallback));
    assert.equal(await inside(page, '.cast-toolkit').count(), 0);
    assert.equal(targets(service).length, 2);
  }));

test('an answer to a question that has changed since is not shown', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await onPage({service: {fault: (request, fields) => held.then(() => ({status: 503, fields}))}}, async (page, {service}) => {
    while (service.asked.length === 0) await page.evaluate(() => true);
    service.back();
    await element(page).evaluate((each) => each.setAttribute('lang', 'es'));
    await shown(page, '[lang=es].cast-toolkit');
    release();
    assert.equal(await inside(page, '[lang=es].cast-toolkit').count(), 1);
    assert.equal((await told(page, 'error')).length, 0);
  });
});

test('a change of looks asks for nothing', () =>
  onPage({}, async (page) => {
    await shown(page);
    await element(page).evaluate((each) => each.setAttribute('theme', 'dark'));
    await element(page).evaluate((each) => each.setAttribute('exit', ''));
    await shown(page, 'button');
    assert.equal((await asked(page)).length, 1);
  }));

test('in a page that runs from right to left the content runs from left to right', () =>
  onPage({lang: 'ar" dir="rtl'}, async (page) => {
    await shown(page);
    assert.equal(await inside(page, '.ct-section').first().evaluate((each) => getComputedStyle(each).direction), 'ltr');
    assert.equal(await inside(page, '.cast-toolkit').getAttribute('lang'), 'en');
  }));

for (const [lang, sentence] of [['en', /could not be confirmed/], ['es', /No se ha podido confirmar/]]) {
  test(`the element speaks ${lang} itself`, () =>
    onPage({attributes: {lang}, time: '2024-09-02T12:00:00Z', service: {content: {validUntil: '2024-09-02T12:01:00Z'}}}, async (page, {service}) => {
      await shown(page);
      service.away();
      await page.clock.fastForward(60_000);
      assert.match(await inside(page, '.ct-notice').innerText(), sentence);
      assert.equal(await inside(page, '.ct-notice').getAttribute('lang'), lang);
    }));
}
