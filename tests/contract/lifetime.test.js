// No cache is allowed to keep an answer past the switch.
import assert from 'node:assert/strict';
import test from 'node:test';
import {editedContent} from './support/editing.js';
import {metaOf} from './support/meta.js';
import {crawl, filtered} from './support/paths.js';
import {during, rehearsing, start} from './support/service.js';
import {at, before, flag, lifetime, secondsBefore, secondsUntil} from './support/time.js';
import {get} from './support/wire.js';

// What tells of its own end ends then; a redirect or a "not found" may change at any switch.
const endOf = (answer) => (answer.status === 200 ? metaOf(answer).valid_until : at);

function checkBound(answer, target) {
  const end = endOf(answer);
  if (end) assert.ok(lifetime(answer).total <= Math.max(0, secondsUntil(end, answer) - 1), `${target}: ${answer.field('Cache-Control')}`);
}

for (const seconds of [45, 200, 1000, 80_000]) {
  test(`${seconds} seconds before the switch every answer ends a second before the switch at the latest`, () =>
    rehearsing(secondsBefore(at, seconds), async (service) => {
      const content = (await crawl(service)).filter((target) => target.startsWith('/v1'));
      const others = ['/v1/nothing', '/v1/toolkits/nothing', '/nothing', '/v1/', '/v1/toolkits/', `${flag}/`];
      for (const target of [...content, ...filtered, ...others]) checkBound(await get(service, target), target);
    }));
}

test('an answer that changes at the switch is bounded by the fraction of a second that is left, rounded down', () =>
  rehearsing(secondsBefore(at, 45), async (service) => {
    const answers = await Promise.all(Array.from({length: 20}, () => get(service, flag)));
    const strict = answers.filter((answer) => lifetime(answer).total < secondsUntil(at, answer) - 1);
    assert.ok(strict.length > answers.length / 2, `${strict.length} of ${answers.length}`);
  }));

test('what appears at the switch is not kept as missing past it', () => {
  const contentDir = editedContent({'resources/reporting-video.md': `publish_from: ${at}`});
  const target = '/v1/resources/reporting-video';
  return during({contentDir, args: ['--rehearse', secondsBefore(at, 45)]}, async (service) => {
    const missing = await get(service, target);
    assert.equal(missing.status, 404);
    checkBound(missing, target);
    assert.equal((await get(service, `${target}?as_of=${before}`)).status, 404);
    assert.equal((await get(service, `${target}?as_of=${at}`)).status, 404, 'not public before its time');
  });
});

test('a copy that may be used stale on errors is fresh for less than the time that is left', () =>
  rehearsing(secondsBefore(at, 1000), async (service) => {
    const {maxAge, total} = lifetime(await get(service, flag));
    assert.ok(maxAge > 0 && maxAge < total, `${maxAge}, ${total}`);
  }));

test('health, versions and wrong requests are not kept at all', async () => {
  const service = await start();
  for (const target of ['/livez', '/readyz', '/healthz', '/version', '/v1?as_of=yesterday']) {
    assert.equal((await get(service, target)).field('Cache-Control'), 'no-store', target);
  }
});
