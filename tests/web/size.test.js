// Small enough to be read before it is trusted, and quick on a slow line.
import assert from 'node:assert/strict';
import test from 'node:test';
import {gzipSync} from 'node:zlib';
import {source} from './support/origins.js';

for (const [name, most] of [['v1.js', 7 * 1024], ['frame.js', 3.5 * 1024]]) {
  test(`${name} is smaller than ${most} bytes, compressed`, () => {
    const size = gzipSync(source(name), {level: 9}).length;
    assert.ok(size < most, `${size} bytes`);
  });
}

test('v1.js needs nothing but itself, and names no other origin than the neutral page', () => {
  const text = source('v1.js').toString();
  assert.doesNotMatch(text, /^import\b|\bimport\(/m);
  assert.deepEqual(text.match(/https?:\/\/[^"'`\s>]+/g), ['https://service', 'https://www.weather.gov/']);
});

test('v1.js has no word for what keeps, follows or runs text', () => {
  const words = /localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\b|sendBeacon|serviceWorker|innerHTML|eval\(/g;
  assert.deepEqual(source('v1.js').toString().match(words) ?? [], []);
});
