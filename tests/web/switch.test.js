// A page that is left open switches at the instant of the law, by the service's clock and nobody else's.
import assert from 'node:assert/strict';
import test from 'node:test';
import {at} from './support/fragment.js';
import {asked, hears, inside, onPage, shown, told, visible} from './support/stage.js';

const kMinute = 60_000;
const instant = Date.parse(at);
const old = {status: 'pending', validUntil: at};
const tenMinutesBefore = {now: instant - 10 * kMinute, maxAge: 600, content: old};
const kUnchecked = /could not be confirmed/;

// What the service says from the switch on.
function switched(service) {
  service.now = instant;
  service.content = {status: 'effective'};
}

const notice = (page) => inside(page, '.ct-notice').innerText();

for (const [name, time] of Object.entries({'right': tenMinutesBefore.now, 'years slow': '2019-01-01', 'years fast': '2031-01-01'})) {
  test(`with a clock that is ${name}, the page switches when ten minutes have passed`, () =>
    onPage({time, service: {...tenMinutesBefore}}, async (page, {service}) => {
      await shown(page);
      await page.clock.fastForward(9 * kMinute + 50_000);
      assert.match(await notice(page), /will be effective/);
      switched(service);
      await page.clock.fastForward(10_000);
      await hears(page, 'load', 2);
      assert.match(await notice(page), /took effect/);
      assert.deepEqual((await told(page, 'statuschange')).map(({previous, status}) => [previous, status]),
        [[null, 'pending'], ['pending', 'unknown'], ['unknown', 'effective']]);
    }));
}

test('while the service is away the content stays, and the notice until its instant and no longer', () =>
  onPage({time: instant, service: {...tenMinutesBefore}}, async (page, {service}) => {
    await shown(page);
    service.away();
    await page.clock.fastForward(9 * kMinute + 50_000);
    assert.match(await notice(page), /will be effective/);
    await page.clock.fastForward(10_000);
    assert.match(await notice(page), kUnchecked);
    assert.doesNotMatch(await visible(page), /will be effective/);
    assert.match(await visible(page), /for use by attorneys/);
    assert.equal(await inside(page, '.ct-notice a').getAttribute('href'), 'https://casttta.nationbuilder.com/lereporting');
    assert.deepEqual(await inside(page, '.cast-toolkit > :nth-child(-n+2)').evaluateAll((all) => all.map((each) => each.className)),
      ['ct-redirect', 'ct-notice']);
    await hears(page, 'error');

    switched(service);
    service.back();
    await page.clock.fastForward(10 * kMinute);
    await hears(page, 'load', 2);
    assert.match(await notice(page), /took effect/);
  }));

test('where the service names no page of the publisher, its own is named', () =>
  onPage({time: instant, service: {...tenMinutesBefore, content: {...old, status: null}, fault(request, fields) {
    return {fields: {...fields, Link: ''}, body: this.body};
  }}, prepare: async (page, {service}) => (service.body = (await import('./support/fragment.js')).fragment({...old, status: null}))},
  async (page, {service}) => {
    await shown(page);
    assert.equal(await inside(page, '.ct-notice').count(), 0);
    service.away();
    await page.clock.fastForward(10 * kMinute);
    assert.equal(await inside(page, '.ct-notice a').getAttribute('href'), `${service.url}/embed/lereporting?lang=en`);
  }));

test('an instant that is a hundred days away sets no timer that browsers take for none', () =>
  onPage({service: {now: instant - 100 * 24 * 60 * kMinute, maxAge: 200 * 24 * 3600, content: old}, prepare: (page) => page.addInitScript(() => {
    const {setTimeout} = window;
    window.delays = [];
    window.setTimeout = (run, delay) => window.delays.push(delay) && setTimeout(run, delay);
  })}, async (page) => {
    await shown(page);
    const delays = await page.evaluate(() => window.delays);
    assert.ok(delays.length > 0 && delays.every((each) => each >= 0 && each < 2 ** 31), String(delays));
    assert.match(await notice(page), /will be effective/);
  }));

test('the age of an answer that some cache held is counted', () =>
  onPage({time: instant, service: {...tenMinutesBefore}, prepare: async (page, {service}) => {
    service.fields = {Age: '540'};
  }}, async (page, {service}) => {
    await shown(page);
    service.away();
    await page.clock.fastForward(kMinute);
    assert.match(await notice(page), kUnchecked);
  }));

for (const [name, event] of Object.entries({
  'is seen again': () => document.dispatchEvent(new Event('visibilitychange')),
  'comes out of the browser’s memory': () => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})),
  'is online again': () => window.dispatchEvent(new Event('online')),
})) {
  test(`a machine that slept past the switch does not show the old notice when the page ${name}`, () =>
    onPage({time: instant, service: {...tenMinutesBefore}}, async (page, {service}) => {
      await shown(page);
      switched(service);
      await page.clock.setSystemTime(instant + 60 * kMinute); // asleep: the clock has gone on, and no timer with it
      await page.evaluate(event);
      await hears(page, 'load', 2);
      assert.match(await notice(page), /took effect/);
    }));
}

test('a clock that is put back changes nothing', () =>
  onPage({time: instant, service: {...tenMinutesBefore}}, async (page, {service}) => {
    await shown(page);
    service.away();
    await page.clock.setSystemTime(instant - 24 * 60 * kMinute);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.clock.fastForward(10 * kMinute);
    assert.match(await notice(page), kUnchecked);
  }));

test('a page that nobody sees asks for nothing, lets the notice lapse, and asks when it is seen', () =>
  onPage({time: instant, service: {...tenMinutesBefore}}, async (page, {service}) => {
    await shown(page);
    const see = (hidden) => page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', {value, configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    await see(true);
    switched(service);
    await page.clock.fastForward(20 * kMinute);
    assert.equal((await asked(page)).length, 1);
    assert.match(await notice(page), kUnchecked);
    await see(false);
    await hears(page, 'load', 2);
    assert.match(await notice(page), /took effect/);
  }));

test('it asks anew after max-age and not before, and leaves alone what is the same', () =>
  onPage({time: instant, service: {maxAge: 300}}, async (page, {service}) => {
    await shown(page);
    await inside(page, '.ct-rights').evaluate((each) => (each.mine = true));
    await page.clock.fastForward(290_000);
    assert.equal((await asked(page)).length, 1);
    const second = page.waitForResponse(/fragment/);
    await page.clock.fastForward(60_000);
    await (await second).finished();
    service.content = {revision: 'another'};
    await page.clock.fastForward(290_000);
    assert.equal(await inside(page, '.ct-rights').evaluate((each) => each.mine), true);
    await page.clock.fastForward(400_000);
    assert.equal((await hears(page, 'load', 2))[1].revision, 'another');
    assert.equal((await told(page, 'statuschange')).length, 1);
  }));

test('it asks at most once a minute, whatever max-age says', () =>
  onPage({time: instant, service: {maxAge: 0}}, async (page, {service}) => {
    await shown(page);
    await page.clock.fastForward(55_000);
    assert.equal((await asked(page)).length, 1);
    await page.clock.fastForward(20_000);
    assert.equal((await asked(page)).length, 2);
  }));

test('a status without a notice goes at its instant as a notice does', () =>
  onPage({time: instant, service: {...tenMinutesBefore, content: {...old, alone: true}}}, async (page, {service}) => {
    await shown(page);
    assert.match(await visible(page), /will be effective/);
    service.away();
    await page.clock.fastForward(10 * kMinute);
    assert.match(await notice(page), kUnchecked);
    assert.equal(await inside(page, '.ct-status').count(), 0);
    assert.doesNotMatch(await visible(page), /will be effective|pending/);
    assert.match(await visible(page), /1-888-539-2373/);
  }));

test('a toolkit without a rule says nothing of a status that could not be confirmed', () =>
  onPage({time: instant, service: {...tenMinutesBefore, content: {status: '', validUntil: at}}}, async (page, {service}) => {
    await shown(page);
    service.away();
    await page.clock.fastForward(11 * kMinute);
    assert.doesNotMatch(await visible(page), kUnchecked);
    assert.match(await visible(page), /for use by attorneys/);
  }));

test('a machine that slept is noticed within a second where no event tells of it', () =>
  onPage({time: instant, service: {...tenMinutesBefore}}, async (page, {service}) => {
    await shown(page);
    switched(service);
    await page.clock.setSystemTime(instant + 60 * kMinute);
    await page.clock.fastForward(1_000);
    await hears(page, 'load', 2);
    assert.match(await notice(page), /took effect/);
  }));

test('a copy that cannot be renewed is shown until the end of stale-if-error and no longer', () =>
  onPage({time: instant, service: {fields: {'Cache-Control': 'public, max-age=300, stale-if-error=3600'}}}, async (page, {service}) => {
    await shown(page);
    service.away();
    await page.clock.fastForward(400_000);
    await hears(page, 'error');
    await page.clock.fastForward(3_400_000);
    assert.match(await notice(page), /took effect/);
    await page.clock.fastForward(200_000);
    assert.match(await notice(page), kUnchecked);
    assert.match(await visible(page), /1-888-539-2373/);
  }));
