// What is not the service's answer is an error: it is never shown, and never takes the place of what is.
import assert from 'node:assert/strict';
import test from 'node:test';
import {fragment} from './support/fragment.js';
import {asked, hears, inside, kFallback, onPage, shown, visible} from './support/stage.js';

const without = (text) => fragment().replace(text, '');
const inSection = (more) => fragment({more});

// name: [the event's reason, (request, fields) => the answer]
const faults = {
  'no connection': ['unreachable', () => null],
  'a 404': ['status', (request, fields) => ({status: 404, fields, body: fragment()})],
  'a 503': ['status', (request, fields) => ({status: 503, fields, body: fragment()})],
  'JSON': ['type', (request, fields) => ({fields, type: 'application/json', body: fragment()})],
  'plain text': ['type', (request, fields) => ({fields, type: 'text/plain', body: fragment()})],
  'an empty page': ['markup', (request, fields) => ({fields})],
  'a page of somebody else': ['markup', (request, fields) => ({fields, body: '<!doctype html><h1>Sign in to this network</h1>'})],
  'a fragment without the redirect of survivors': ['markup', (request, fields) => ({fields, body: without(/<div class="ct-redirect".*<\/div>/)})],
  'a fragment without the rights': ['markup', (request, fields) => ({fields, body: without(/<footer.*<\/footer>/)})],
  'a fragment without its validity': ['markup', (request, fields) => ({fields, body: without(/<p class="ct-validity".*<\/p>/)})],
  'a fragment that does not say until when it holds': ['time', (request, fields) => ({fields, body: without('data-valid-until=""')})],
  'a fragment that is past its time': ['time', (request, fields) => ({fields, body: fragment({validUntil: '2024-09-02T12:00:00Z'})})],
  'a fragment valid until nonsense': ['time', (request, fields) => ({fields, body: fragment({validUntil: 'soon'})})],
  'an answer without a Date': ['time', (request, {Date: _, ...fields}) => ({fields: {...fields, Date: ''}, body: fragment()})],
  'a script': ['markup', (request, fields) => ({fields, body: inSection('<script>window.ran = true</script>')})],
  'an image': ['markup', (request, fields) => ({fields, body: inSection('<img src="https://tracker.example/1.gif" onerror="window.ran = true">')})],
  'a frame': ['markup', (request, fields) => ({fields, body: inSection('<iframe src="https://tracker.example/"></iframe>')})],
  'a style': ['markup', (request, fields) => ({fields, body: inSection('<style>@import "https://tracker.example/"</style>')})],
  'a form': ['markup', (request, fields) => ({fields, body: inSection('<form><input name="name"></form>')})],
  'an element of the host’s': ['markup', (request, fields) => ({fields, body: inSection('<host-menu></host-menu>')})],
  'a link that is a script': ['markup', (request, fields) => ({fields, body: inSection('<a href=" java&#10;script:window.ran=true">x</a>')})],
  'more than a megabyte': ['size', (request, fields) => ({fields, body: inSection('x'.repeat(2 ** 20))})],
};

for (const [name, [reason, fault]] of Object.entries(faults)) {
  test(`${name} is an error of the kind "${reason}", before there is content and after`, () =>
    onPage({time: '2024-09-02T12:00:00Z', service: {fault}}, async (page, {service}) => {
      assert.deepEqual((await hears(page, 'error'))[0], {type: 'error', reason});
      assert.match(await visible(page), new RegExp(kFallback));

      service.back();
      await page.clock.fastForward(10_000);
      await shown(page);
      service.fault = fault;
      await page.clock.fastForward(400_000);
      await hears(page, 'error', 2);
      assert.match(await inside(page, '.ct-notice').innerText(), /took effect/);
      assert.doesNotMatch(await visible(page), new RegExp(kFallback));
      assert.equal(await page.evaluate(() => window.ran), undefined);
    }));
}

test('a link whose address no browser can read is words, and everything else is shown', () =>
  onPage({service: {content: {more: '<p class="bad">Words <a href="https://a.example:80443/x">of a port</a>, <a href="https://1.2.3.400/">of a host</a>, <a href="https://a.example/">whole</a></p>'}}},
    async (page) => {
      await shown(page);
      assert.equal(await inside(page, '.bad').innerText(), 'Words of a port, of a host, whole');
      assert.deepEqual(await inside(page, '.bad').evaluate((each) => Array.from(each.querySelectorAll('[href]'), (link) => link.href)), ['https://a.example/']);
    }));

test('attributes that are not on the list are left out, and with them what they would do', () =>
  onPage({service: {content: {more: '<p class="bad" style="position:fixed" onclick="window.ran = true" ping="https://tracker.example/">Text</p>'}}},
    async (page) => {
      await shown(page);
      assert.deepEqual(await inside(page, '.bad').evaluate((each) => each.getAttributeNames()), ['class']);
    }));

for (const address of ['https://casttta.nationbuilder.com:80443/individual_ta', 'https://1.2.3.400/', 'https://x.1/', 'http://[::1']) {
  test(`a link to "${address}", which no browser can read, leaves out that link and nothing else`, () =>
    onPage({service: {content: {more: `<p class="bad">Fill in <a href="${address}">this form</a>.</p>`}}}, async (page) => {
      await shown(page);
      assert.equal(await inside(page, '.bad').innerText(), 'Fill in this form.');
      assert.equal(await inside(page, '.bad a[href]').count(), 0);
      assert.match(await inside(page, '.ct-redirect').innerText(), /1-888-539-2373/);
    }));
}

test('a redirect within the service is followed, and one to another origin is an error', () =>
  onPage({time: '2024-09-02T12:00:00Z'}, async (page, {service, host}) => {
    await shown(page);
    service.fault = (request, fields) => request.url.includes('moved') ? {fields, body: fragment({status: 'pending'})} :
      {status: 308, fields: {...fields, Location: '/embed/moved/fragment'}};
    await page.clock.fastForward(400_000);
    await hears(page, 'statuschange', 2);
    service.fault = (request, fields) => ({status: 308, fields: {...fields, Location: `${host.url}/elsewhere`}});
    host.show({fields: {'Access-Control-Allow-Origin': '*', 'Date': new Date(service.now).toUTCString()}, body: fragment()});
    await page.clock.fastForward(400_000);
    await hears(page, 'error');
    assert.match(await inside(page, '.ct-notice').innerText(), /will be effective/);
  }));

const unavailable = (request, fields) => ({status: 503, fields});
const kPauses = [5, 10, 20, 40, 80, 160, 300, 300];

for (const [chance, factor] of [[0, 0.5], [0.5, 1], [0.998, 1.498]]) {
  test(`it asks again after pauses that grow up to five minutes, ${factor} times as long where chance says ${chance}`, () =>
    onPage({time: '2024-09-02T12:00:00Z', service: {fault: unavailable}, prepare: (page) =>
      page.addInitScript((fixed) => (Math.random = () => fixed), chance)}, async (page, {service}) => {
      for (const [i, seconds] of kPauses.entries()) {
        await hears(page, 'error', i + 1);
        await page.clock.fastForward(1000 * seconds * factor - 1500);
        assert.equal((await asked(page)).length, i + 1, `asked again before ${seconds * factor} s`);
        await page.clock.fastForward(1600);
      }
      await hears(page, 'error', kPauses.length + 1);
      service.back();
      await page.clock.fastForward(450_000);
      await shown(page);
    }));
}

test('a browser that is online again asks at once', () =>
  onPage({time: '2024-09-02T12:00:00Z', service: {fault: () => null}}, async (page, {service}) => {
    await hears(page, 'error');
    service.back();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await shown(page);
  }));

test('an answer that does not come is given up after 20 seconds', () =>
  onPage({time: '2024-09-02T12:00:00Z', service: {fault: () => new Promise(() => {})}}, async (page, {service}) => {
    await page.waitForFunction(() => customElements.get('cast-toolkit'));
    while (service.asked.length === 0) await page.evaluate(() => true);
    await page.clock.fastForward(20_000);
    assert.deepEqual(await hears(page, 'error'), [{type: 'error', reason: 'unreachable'}]);
  }));
