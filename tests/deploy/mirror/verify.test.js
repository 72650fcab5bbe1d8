// What a reader would get wrong from what stands before the service, and a server that is not to be waited for.
import assert from 'node:assert/strict';
import http from 'node:http';
import {after, before, describe, test} from 'node:test';
import {start} from '../../contract/support/service.js';
import {fakeClock} from '../../integration/support/clock.js';
import {startNginx} from '../../integration/support/nginx.js';
import {urlOf, verifying} from './mirror.js';

const args = ['--embeds', 'false'];
const field = (name, value) => `proxy_hide_header ${name}; add_header ${name} "${value}" always;`;

// By the path in front: what nginx does to answers, and what is said of it.
const kinds = {
  untouched: ['', /answers of every edition, no difference/],
  cookie: ['add_header Set-Cookie "id=1" always;', /a field is added, `Set-Cookie: id=1`/],
  reports: ['add_header NEL "{}" always;', /a field is added, `NEL: \{\}`/],
  hints: ['add_header Accept-CH "UA" always;', /a field is added, `Accept-CH: UA`/],
  referrer: ['add_header Referrer-Policy unsafe-url always;', /Referrer-Policy (stands twice|differs): .*`unsafe-url`/],
  long: [field('Cache-Control', 'max-age=31536000'), /Cache-Control lets caches use it for 31536000 s, and the settings for 300 s/],
  stale: [field('Cache-Control', 'max-age=60, stale-if-error=604800'), /for 604800 s once it is stale, and the settings for 86400 s/],
  edge: ['add_header CDN-Cache-Control "max-age=86400" always;', /CDN-Cache-Control lets caches use it for 86400 s/],
  expires: ['proxy_hide_header Cache-Control; expires 1y;', /lets caches use it for 31536000 s/],
  guess: ['proxy_hide_header Cache-Control;', /so that they guess/],
};

describe('verify', () => {
  let service;
  let nginx;
  before(async () => {
    service = await start({args});
    const location = ([name, [lines]]) => `location /${name}/ { proxy_pass http://127.0.0.1:${service.port}/; ${lines} }`;
    nginx = await startNginx({server: () => `proxy_http_version 1.1; proxy_set_header Connection ""; proxy_redirect off; proxy_set_header Host $http_host;
      ${Object.entries(kinds).map(location).join('\n')}`});
  });
  after(() => Promise.all([nginx.stop(), service.stop()]));

  for (const [name, [lines, words]] of Object.entries(kinds)) {
    test(`finds what nginx does with ${lines || 'nothing'}`, async () => {
      const {code, out, err} = await verifying(`${urlOf(nginx)}/${name}`);
      assert.deepEqual([code, err], [name === 'untouched' ? 0 : 1, ''], out);
      assert.match(out, words);
    });
  }

  for (const [offset, words] of [['-3600s', /^the clock is 3\d\d\d s behind this machine's: .*too late\n/], ['+3600s', /^the clock is 3\d\d\d s ahead of this machine's: .*too early\n/]]) {
    test(`says first that the clock is off by ${offset}, and nothing else that follows from it`, async () => {
      const other = await start({args, env: {LD_PRELOAD: fakeClock, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1'}});
      const {code, out} = await verifying(urlOf(other)).finally(() => other.stop());
      assert.equal(code, 1);
      assert.match(out, words);
      assert.match(out, /, 1 not as the content says\n$/);
    });
  }

  test('says in one line that the clock is off on the other side of a switch', async () => {
    const other = await start({args, env: {LD_PRELOAD: fakeClock, FAKETIME: '@2024-08-28 03:00:00', TZ: 'UTC', FAKETIME_DONT_FAKE_MONOTONIC: '1'}});
    const {code, out} = await verifying(urlOf(other)).finally(() => other.stop());
    assert.equal(code, 1);
    assert.match(out, /^the clock is \d+ s behind this machine's: it says 2024-08-28T03:/);
    assert.match(out, /, 1 not as the content says\n$/);
  });

  test('gives up on a server whose answers never end, after the time for all of it', async () => {
    const drips = new Set();
    const server = http.createServer((_, response) => {
      response.writeHead(200);
      drips.add(setInterval(() => response.write('x'), 50));
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const {code, out, err} = await verifying(`http://127.0.0.1:${server.address().port}`, {args: ['--max-time', '1', '--patience', '600']});
    drips.forEach(clearInterval);
    server.closeAllConnections();
    server.close();
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^toolkitd: http:\S+: not finished after 1 s \(--max-time\)[^\n]*\n$/);
  });
});
