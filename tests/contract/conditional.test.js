// Conditional requests: RFC 9110, section 13.
import assert from 'node:assert/strict';
import test from 'node:test';
import {start} from './support/service.js';
import {flag} from './support/time.js';
import {get, head, send} from './support/wire.js';

// At an instant after the latest revision of the content, so that Last-Modified is known.
const service = await start({args: ['--rehearse', '2030-01-01T00:00:00Z']});
const full = await get(service, flag);
const tag = full.field('ETag');
const modified = full.field('Last-Modified');
const secondsAfterModified = (seconds) => new Date(Date.parse(modified) + seconds * 1000).toUTCString();

const statusOf = async (fields) => (await get(service, flag, fields)).status;

test('a tag is strong, and the date of the last change is known', () => {
  assert.match(tag, /^"[^"]+"$/);
  assert.match(modified, / GMT$/);
});

for (const [what, value] of [
  ['the tag', tag],
  ['the tag, weak', `W/${tag}`],
  ['a list with the tag at its end', `"a", W/"b", ${tag}`],
  ['a list with empty elements', `, "a",, ${tag},`],
  ['a list with a tag that holds a comma', `"a,b", ${tag}`],
  ['any tag', '*'],
]) {
  test(`If-None-Match with ${what} gives 304`, async () => assert.equal(await statusOf({'If-None-Match': value}), 304));
}

for (const [what, value] of [
  ['another tag', '"a"'],
  ['the tag without its quotes', tag.slice(1, -1)],
  ['a tag that only begins like it', `${tag.slice(0, -1)}a"`],
  ['nothing', ''],
]) {
  test(`If-None-Match with ${what} gives the answer`, async () => assert.equal(await statusOf({'If-None-Match': value}), 200));
}

test('two fields If-None-Match are one list', async () => {
  assert.equal(await statusOf([['If-None-Match', '"a"'], ['If-None-Match', tag]]), 304);
});

test('field names may be written in any case', async () => assert.equal(await statusOf({'if-none-match': tag}), 304));

test('If-Modified-Since with the date of the last change, or a later one, gives 304', async () => {
  assert.equal(await statusOf({'If-Modified-Since': modified}), 304);
  assert.equal(await statusOf({'If-Modified-Since': secondsAfterModified(1)}), 304);
});

test('If-Modified-Since understands the two old ways to write a date', async () => {
  const [, day, month, year, time] = /, (\d+) (\w+) \d\d(\d+) (\S+)/.exec(modified);
  const weekday = new Date(modified).toLocaleDateString('en', {weekday: 'long', timeZone: 'UTC'});
  assert.equal(await statusOf({'If-Modified-Since': `${weekday}, ${day}-${month}-${year} ${time} GMT`}), 304);
  const padded = String(Number(day)).padStart(2);
  assert.equal(await statusOf({'If-Modified-Since': `${weekday.slice(0, 3)} ${month} ${padded} ${time} 20${year}`}), 304);
});

test('If-Modified-Since with an earlier date, a date to come, or no date at all gives the answer', async () => {
  for (const value of [secondsAfterModified(-1), 'Fri, 01 Jan 2100 00:00:00 GMT', 'yesterday', '2030-01-01T00:00:00Z']) {
    assert.equal(await statusOf({'If-Modified-Since': value}), 200, value);
  }
});

test('If-None-Match takes precedence over If-Modified-Since', async () => {
  assert.equal(await statusOf({'If-None-Match': '"a"', 'If-Modified-Since': modified}), 200);
  assert.equal(await statusOf({'If-None-Match': tag, 'If-Modified-Since': secondsAfterModified(-1)}), 304);
});

test('a 304 has the fields that a cache needs, and none that describe content', async () => {
  const answer = await get(service, flag, {'If-None-Match': tag});
  for (const name of ['ETag', 'Cache-Control', 'Vary', 'Last-Modified']) assert.equal(answer.field(name), full.field(name), name);
  for (const name of ['Content-Type', 'Content-Length', 'Content-Encoding', 'Content-Language']) {
    assert.equal(answer.field(name), undefined, name);
  }
});

test('HEAD is conditional like GET', async () => {
  assert.equal((await head(service, flag, {'If-None-Match': tag})).status, 304);
  assert.equal((await head(service, flag, {'If-None-Match': '"a"'})).status, 200);
});

test('a tag that is not the answer’s fails If-Match, and the answer’s own does not', async () => {
  const failed = await get(service, flag, {'If-Match': '"a"'});
  assert.equal(failed.status, 412);
  assert.equal(failed.json.type, '/v1/problems/precondition-failed');
  for (const value of [tag, '*', `"a", ${tag}`]) assert.equal(await statusOf({'If-Match': value}), 200, value);
  assert.equal(await statusOf({'If-Match': `W/${tag}`}), 412);
});

test('If-Unmodified-Since counts where there is no If-Match', async () => {
  assert.equal(await statusOf({'If-Unmodified-Since': secondsAfterModified(-1)}), 412);
  assert.equal(await statusOf({'If-Unmodified-Since': modified}), 200);
  assert.equal(await statusOf({'If-Unmodified-Since': secondsAfterModified(-1), 'If-Match': '*'}), 200);
});

test('a wrong parameter or an unknown path is told before any condition', async () => {
  assert.equal((await get(service, `${flag}?as_of=yesterday`, {'If-None-Match': '*'})).status, 400);
  assert.equal((await get(service, '/v1/nothing', {'If-None-Match': '*'})).status, 404);
});

test('OPTIONS and the way in know no conditions', async () => {
  assert.equal((await send(service, 'OPTIONS', flag, {'If-None-Match': '*'})).status, 204);
  assert.equal((await get(service, '/', {'If-None-Match': '*'})).status, 307);
});

test('a range is not served: the answer is whole', async () => {
  const answer = await get(service, flag, {Range: 'bytes=0-9'});
  assert.equal(answer.status, 200);
  assert.equal(answer.text, full.text);
});
