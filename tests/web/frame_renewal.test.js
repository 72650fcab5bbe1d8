// A frame that is left open renews itself at the instant of the law, by the service's clock and nobody else's.
import assert from 'node:assert/strict';
import test from 'node:test';
import {at} from './support/fragment.js';
import {onPage} from './support/stage.js';

const kMinute = 60_000;
const instant = Date.parse(at);
const old = {status: 'pending', validUntil: at};
const tenMinutesBefore = {now: instant - 10 * kMinute, maxAge: 600, content: old};
const kUnconfirmed = /could not be confirmed/;
const kOld = /will be effective/;

// Counts the answers that the page has taken: what follows from one is done before the next message comes.
function countAnswers() {
  const {fetch} = window;
  const {port1, port2} = new MessageChannel();
  window.answers = 0;
  port1.onmessage = () => (window.answers += 1);
  const taken = () => port2.postMessage(null);
  window.fetch = async (...args) => {
    const response = await fetch(...args).catch((error) => {
      taken();
      throw error;
    });
    const text = () => Response.prototype.text.call(response).finally(taken);
    return Object.assign(response, {text});
  };
}

// A plain frame in a page of a site, sandboxed as the documentation has it. `use(frame, {page, service, asked})`. Its clock stands
// still but where a test moves it.
function framed(options, use, query = '') {
  const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
  const asked = (service) => service.asked.filter(({url}) => url.startsWith('/embed/lereporting')).length;
  return onPage({time: instant, ...options, stopped: true, attributes: {toolkit: null}, prepare: async (page, {service, host}) => {
    host.page.body = `<!doctype html><title>A site</title><iframe referrerpolicy="no-referrer" sandbox="${sandbox}" src="${service.url}/embed/lereporting${query}" width="600" height="800"></iframe>`;
    await page.addInitScript(countAnswers);
    await options.prepare?.(page, {service, host});
  }}, async (page, {service}) => {
    const frame = page.frames()[1];
    await frame.locator('.ct-redirect').waitFor();
    await use(frame, {page, service, asked: () => asked(service)});
  });
}

const text = (frame) => frame.locator('.cast-toolkit').innerText();
const shows = (frame, words) => frame.locator('.cast-toolkit').filter({hasText: words}).waitFor();
// Resolves when the page has taken so many answers, or failures; the first tells the time.
async function told(frame, count = 1) {
  while (await frame.evaluate(() => window.answers) < count);
}

function switched(service) {
  service.now = instant;
  service.content = {status: 'effective'};
}

for (const [name, time] of Object.entries({'right': tenMinutesBefore.now, 'years slow': '2019-01-01', 'years fast': '2031-01-01'})) {
  test(`with a clock that is ${name}, the frame switches when ten minutes have passed`, () =>
    framed({time, service: {...tenMinutesBefore}}, async (frame, {page, service, asked}) => {
      await told(frame);
      await page.clock.fastForward(9 * kMinute + 50_000);
      await shows(frame, kOld);
      switched(service);
      await page.clock.fastForward(10_000);
      await shows(frame, /took effect/);
      assert.doesNotMatch(await text(frame), kOld);
      assert.doesNotMatch(await text(frame), kUnconfirmed);
    }));
}

for (const alone of [false, true]) {
  test(`with the service away ${alone ? 'a status without a notice' : 'the notice with its status'} goes at its instant, the way to help stays, and the new one comes`, () =>
    framed({service: {...tenMinutesBefore, content: {...old, alone}}}, async (frame, {page, service, asked}) => {
      await told(frame);
      service.away();
      await page.clock.fastForward(9 * kMinute + 50_000);
      assert.match(await text(frame), kOld);
      await page.clock.fastForward(11_000);
      await shows(frame, kUnconfirmed);
      assert.doesNotMatch(await text(frame), kOld);
      assert.equal(await frame.locator('.ct-status').count(), 0);
      assert.equal(await frame.locator('.cast-toolkit').getAttribute('data-status'), 'unknown');
      assert.match(await text(frame), /connect with an attorney for assistance/);
      assert.equal(await frame.locator('.ct-redirect a').getAttribute('href'), 'tel:+18885392373');
      assert.match(await text(frame), /for use by attorneys/);
      assert.deepEqual(await frame.locator('.cast-toolkit > :nth-child(-n+2)').evaluateAll((all) => all.map((each) => each.className)), ['ct-redirect', 'ct-notice']);

      switched(service);
      service.back();
      await page.clock.fastForward(10 * kMinute);
      await shows(frame, /took effect/);
    }));
}

test('a service that never tells the time is not waited for: the reader’s clock decides', () =>
  framed({time: instant - kMinute, service: {...tenMinutesBefore, now: instant - kMinute}, prepare: async (page, {service}) => {
    service.fault = (request, fields) => (request.headers['sec-fetch-dest'] === 'iframe' ? service.page(fields) : null);
    const {framePage} = await import('./support/fragment.js');
    service.page = ({'Set-Cookie': _, ...fields}) => ({fields, body: framePage(700, old)});
  }}, async (frame, {page, asked}) => {
    await told(frame);
    assert.match(await text(frame), kOld);
    await page.clock.fastForward(kMinute);
    await shows(frame, kUnconfirmed);
  }));

for (const [name, event] of Object.entries({
  'is seen again': () => document.dispatchEvent(new Event('visibilitychange')),
  'comes out of the browser’s memory': () => window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true})),
  'is online again': () => window.dispatchEvent(new Event('online')),
})) {
  test(`a machine that slept past the switch does not show the old status when the frame ${name}`, () =>
    framed({service: {...tenMinutesBefore}}, async (frame, {page, service, asked}) => {
      await told(frame);
      switched(service);
      await page.clock.setSystemTime(instant + 60 * kMinute); // asleep: the clock has gone on, and no timer with it
      await frame.evaluate(event);
      await shows(frame, /took effect/);
    }));
}

test('a machine that slept is noticed within a second where no event tells of it', () =>
  framed({service: {...tenMinutesBefore}}, async (frame, {page, service, asked}) => {
    await told(frame);
    switched(service);
    await page.clock.setSystemTime(instant + 60 * kMinute);
    await page.clock.fastForward(1_000);
    await shows(frame, /took effect/);
  }));

test('a clock that is put back changes nothing', () =>
  framed({service: {...tenMinutesBefore}}, async (frame, {page, service, asked}) => {
    await told(frame);
    service.away();
    await page.clock.setSystemTime(instant - 24 * 60 * kMinute);
    await page.clock.fastForward(10 * kMinute + 1_000);
    await shows(frame, kUnconfirmed);
  }));

test('a frame that nobody sees asks for nothing, lets the status lapse, and asks when it is seen', () =>
  framed({service: {...tenMinutesBefore}}, async (frame, {page, service, asked}) => {
    await told(frame);
    const see = (hidden) => frame.evaluate((value) => {
      Object.defineProperty(document, 'hidden', {value, configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    await see(true);
    switched(service);
    await page.clock.fastForward(20 * kMinute);
    await shows(frame, kUnconfirmed);
    assert.equal(asked(), 2);
    await see(false);
    await shows(frame, /took effect/);
  }));

test('an instant that is a hundred days away sets no timer that browsers take for none', () =>
  framed({time: undefined, service: {now: instant - 100 * 24 * 60 * kMinute, maxAge: 200 * 24 * 3600, content: old}, prepare: (page) => page.addInitScript(() => {
    const {setTimeout} = window;
    window.delays = [];
    window.setTimeout = (run, delay) => window.delays.push(delay) && setTimeout(run, delay);
  })}, async (frame, {asked}) => {
    await told(frame);
    const delays = await frame.evaluate(() => window.delays);
    assert.ok(delays.length > 0 && delays.every((each) => each >= 0 && each < 2 ** 31), String(delays));
    await shows(frame, kOld);
  }));

test('where no end is known it asks after max-age, takes what is new, and leaves alone what is the same', () =>
  framed({service: {maxAge: 300}}, async (frame, {page, service, asked}) => {
    await frame.locator('.ct-rights').evaluate((each) => (each.mine = true));
    assert.equal(asked(), 1);
    await page.clock.fastForward(290_000);
    assert.equal(asked(), 1);
    await page.clock.fastForward(60_000);
    await told(frame);
    assert.equal(await frame.locator('.ct-rights').evaluate((each) => each.mine), true);
    service.content = {revision: 'another'};
    await page.clock.fastForward(400_000);
    await shows(frame, /another/);
  }));

test('a copy that cannot be renewed is shown until the end of stale-if-error and no longer', () =>
  framed({service: {maxAge: 300, fields: {'Cache-Control': 'public, max-age=300, stale-if-error=3600'}}}, async (frame, {page, service}) => {
    await page.clock.fastForward(360_000);
    await told(frame);
    service.away();
    await page.clock.fastForward(3_800_000);
    assert.match(await text(frame), /took effect/);
    await page.clock.fastForward(200_000);
    await shows(frame, kUnconfirmed);
  }));

test('what is not the service’s answer never takes the place of what is', () =>
  framed({service: {maxAge: 300}}, async (frame, {page, service}) => {
    const {framePage} = await import('./support/fragment.js');
    for (const [i, fault] of [
      (request, fields) => ({fields, status: 503, body: framePage(700, {status: 'pending'})}),
      (request, fields) => ({fields, body: '<!doctype html><h1>Sign in to this network</h1>'}),
      (request, fields) => ({fields: {...fields, Date: ''}, body: framePage(700, {status: 'pending'})}),
      (request, fields) => ({fields, body: framePage(700, {status: 'pending', validUntil: '2024-01-01T00:00:00Z'})}),
      (request, fields) => ({fields, body: framePage(700, {status: 'pending'}).replace(/<div class="ct-redirect".*<\/div>/, '')}),
    ].entries()) {
      service.fault = fault;
      await page.clock.fastForward(500_000);
      await told(frame, i + 1);
      await shows(frame, /took effect/);
      assert.doesNotMatch(await text(frame), kOld);
    }
  }));

test('after an error it waits twice as long each time, up to five minutes', () =>
  framed({service: {maxAge: 300}, prepare: (page) => page.addInitScript(() => (Math.random = () => 0.5))}, async (frame, {page, service, asked}) => {
    service.fault = (request, fields) => ({status: 503, fields});
    await page.clock.fastForward(300_000);
    for (const [i, seconds] of [5, 10, 20, 40, 80, 160, 300, 300].entries()) {
      await told(frame, i + 1);
      await page.clock.fastForward(1000 * seconds - 1);
      assert.equal(asked(), 2 + i, `asked again before ${seconds} s`);
      await page.clock.fastForward(1);
    }
    await told(frame, 9);
  }));

test('a page as of a day stays at that day', () =>
  framed({time: '2026-01-01', service: {...tenMinutesBefore, now: Date.parse('2026-01-01')}}, async (frame, {page, asked}) => {
    await page.clock.fastForward(24 * 60 * kMinute);
    await shows(frame, kOld);
    assert.equal(asked(), 1);
  }, '?as_of=2024-08-28T03%3A59%3A59Z'));

test('a toolkit without a rule says nothing of a status that could not be confirmed', () =>
  framed({service: {...tenMinutesBefore, content: {status: '', validUntil: at}}}, async (frame, {page, service, asked}) => {
    await told(frame);
    service.away();
    await page.clock.fastForward(11 * kMinute);
    assert.doesNotMatch(await text(frame), kUnconfirmed);
    await shows(frame, /for use by attorneys/);
  }));
