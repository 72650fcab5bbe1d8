// nginx alone takes a mirror over a switch: its clock is set, second by second, while it runs.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync, utimesSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {at, flag, lifetime, secondsBefore} from '../../contract/support/time.js';
import {startChild} from '../../integration/support/child.js';
import {stoppedClock} from '../../integration/support/clock.js';
import {nginxConfig} from '../../integration/support/nginx.js';
import {ask} from './ask.js';
import {exported} from './mirror.js';

const folder = exported();
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
const clock = stoppedClock(Date.parse(secondsBefore(at, 1)));
const set = (instant) => clock.set(Date.parse(instant));

// nginx forgets what it is not told to keep of its environment.
const keepIt = Object.keys(clock.environment).map((name) => `env ${name};\n`).join('');

describe('nginx with a mirror', () => {
  let nginx;
  before(async () => {
    nginx = await startChild('nginx', {
      config: (own, port) => keepIt + nginxConfig(own, port, `set $toolkit_root ${folder}; include ${folder}/nginx/server.conf;`,
        `include ${folder}/nginx/maps.conf;`),
      command: (file, own) => clock.command(['nginx', '-p', own, '-e', `${own}/error.log`, '-c', file]),
    });
  });
  after(() => nginx.stop());

  const get = (target, fields) => ask(nginx, 'GET', target, fields);
  const status = async () => JSON.parse((await get(flag)).body).data.status;

  test('is before the switch one second before it, after it at the instant itself, and stays there', async () => {
    const tags = [];
    for (const [instant, expected] of [[secondsBefore(at, 1), 'pending'], [at, 'effective'], [secondsBefore(at, -1), 'effective'],
      ['2026-01-01T00:00:00Z', 'effective'], [secondsBefore(at, 1), 'pending']]) {
      set(instant);
      assert.equal(await status(), expected, instant);
      tags.push((await get(flag)).field('ETag'));
    }
    assert.equal(tags[1], tags[2]);
    assert.notEqual(tags[0], tags[1]);
  });

  test('does not confirm a copy from before the switch after it', async () => {
    set(secondsBefore(at, 1));
    const old = (await get(flag)).field('ETag');
    assert.equal((await get(flag, {'If-None-Match': old})).status, 304);
    set(at);
    assert.equal((await get(flag, {'If-None-Match': old})).status, 200);
  });

  test('is in the edition of the manifest one second before, at, and one second after every switch', async () => {
    const targets = [flag, '/v1/toolkits/lereporting', '/v1/feed.json', '/v1/regulations', '/embed/lereporting', '/sitemap.xml'];
    for (const [number, {from}] of manifest.editions.entries()) {
      if (!from) continue;
      for (const [seconds, edition] of [[1, number - 1], [0, number], [-1, number]]) {
        set(secondsBefore(from, seconds));
        for (const target of targets) {
          const place = manifest.places.find((each) => each.path === target && each.language === 'en' && !each.accept &&
            each.editions[0] <= edition && edition <= each.editions[1]);
          const expected = place ? manifest.answers[place.answer] : {status: 404};
          const answer = await get(target);
          assert.equal(answer.status, expected.status, `${target} ${seconds} seconds before ${from}`);
          assert.equal(answer.field('ETag'), expected.bodies?.identity.tag, `${target} ${seconds} seconds before ${from}`);
        }
      }
    }
  });

  test('lets no copy of anything outlive the next switch, however near it is', async () => {
    const distances = [1, 2, 59, 60, 61, 62, 299, 300, 301, 302, 3599, 3600, 3601, 86399, 86699, 86700, 86701, 86702, 100000];
    for (const {from} of manifest.editions.slice(1)) {
      for (const distance of distances) {
        set(secondsBefore(from, distance));
        for (const target of [flag, '/v1/nothing', '/', '/toolkits/lereporting', '/v1/']) {
          const answer = await get(target);
          const seconds = (Date.parse(from) - Date.parse(answer.field('Date'))) / 1000;
          assert.equal(seconds, distance, 'the clock is where it was put');
          assert.ok(lifetime(answer).total <= distance, `${target}: ${answer.field('Cache-Control')} ${distance} seconds before ${from}`);
        }
      }
    }
  });

  test('lets copies be kept as the service does, where no switch is near', async () => {
    set('2027-01-01T00:00:00Z');
    assert.equal((await get(flag)).field('Cache-Control'), 'public, max-age=300, stale-while-revalidate=30, stale-if-error=86400');
    assert.equal((await get('/v1/nothing')).field('Cache-Control'), 'public, max-age=60, must-revalidate');
    assert.equal((await get('/')).field('Cache-Control'), 'public, max-age=3600, must-revalidate');
    set(secondsBefore(at, 3600));
    assert.equal((await get(flag)).field('Cache-Control'), 'public, max-age=300, must-revalidate');
    set(secondsBefore(at, 10));
    assert.equal((await get(flag)).field('Cache-Control'), 'public, max-age=0, must-revalidate');
    assert.match((await get(`${flag}?as_of=2024-08-28`)).field('Cache-Control'), /stale-if-error=86400/);
  });

  test('tells no date of change that is still to come', async () => {
    set('2024-09-01T00:00:00Z');
    assert.equal((await get(flag)).field('Last-Modified'), undefined);
    set('2026-12-01T00:00:00Z');
    assert.match((await get(flag)).field('Last-Modified'), /2026/);
  });

  test('hands out no time of a file', async () => {
    for (const name of readdirSync(path.join(folder, 'bodies'))) utimesSync(path.join(folder, 'bodies', name), 1, 1);
    set('2024-09-01T00:00:00Z');
    const answer = await get('/openapi.json', {'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:01 GMT'});
    assert.equal(answer.status, 200);
    assert.equal(answer.field('Last-Modified'), undefined);
  });
});
