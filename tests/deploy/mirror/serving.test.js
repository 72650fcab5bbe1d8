// A mirror that nginx serves, beside the service: the same answers, byte for byte and field for field.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {editedContent} from '../../contract/support/editing.js';
import {start} from '../../contract/support/service.js';
import {send} from '../../contract/support/wire.js';
import {exported, serveMirror, toolkitd, urlOf} from './mirror.js';
import {ask} from './ask.js';

const toolkit = '/v1/toolkits/lereporting';
const settings = ['--public-url', 'https://toolkits.example/api'];
const contentDir = editedContent({'toolkits/lereporting/toolkit.md': 'former_ids: [reporting]'});
const folder = exported({contentDir, args: settings});
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));

// What is each server's own, or hangs on the time to the next switch of anything.
const ofTheServer = ['date', 'connection', 'server', 'cache-control', 'age', 'content-length'];
const saidBy = ({status, fields, body}) => ({
  status,
  fields: fields.map(([name, value]) => [name.toLowerCase(), value])
    .filter(([name]) => !ofTheServer.includes(name)).sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  body: body.toString('latin1'),
});

describe('a mirror, and the service', () => {
  let mirror;
  let service;
  before(async () => {
    mirror = await serveMirror(folder);
    service = await start({contentDir, args: settings});
    await everyCoding();
  });
  after(() => Promise.all([mirror.stop(), service.stop()]));

  // The service has codings ready some time after its start.
  async function everyCoding() {
    for (let coding; coding !== 'br';) {
      coding = (await send(service, 'GET', '/docs', {'Accept-Encoding': 'br'})).field('Content-Encoding');
    }
  }

  async function same(target, fields = {}, method = 'GET') {
    const [own, other] = await Promise.all([send(service, method, target, fields), ask(mirror, method, target, fields)]);
    assert.deepEqual(saidBy(other), saidBy(own), `${method} ${target} ${JSON.stringify(fields)}`);
    return other;
  }

  test('say the same for every place of the manifest, in every coding, today and in its first and last edition', async () => {
    const last = manifest.editions.length - 1;
    for (const {path: target, language, accept, editions: [from, to], answer} of manifest.places) {
      const {status, headers} = manifest.answers[answer];
      if (target.endsWith('?nothing') || ['/healthz', '/livez', '/oembed', '/readyz', '/version'].includes(target)) continue;
      const fields = {'Accept-Language': language, ...(accept && {Accept: accept})};
      if (to === last) {
        for (const coding of ['identity', 'gzip', 'br']) await same(target, {...fields, 'Accept-Encoding': coding});
      }
      if (status !== 200 || !/Accept-Language/.test(headers.Vary)) continue;
      for (const edition of new Set([from, to])) {
        const at = manifest.editions[edition].from ?? '0001-01-01T00:00:00Z';
        await same(`${target}${target.includes('?') ? '&' : '?'}as_of=${at}`, fields);
      }
    }
  });

  test('choose by the address, by fields, and by instants in the same way', async () => {
    for (const target of ['/v1?lang=es', '/v1?lang=en', '/v1/resources?kind=video&lang=es', '/v1/resources?kind=practice_advisory&currency=current',
      '/v1/resources?toolkit=lereporting&audience=attorney', '/embed/lereporting?theme=auto&sections=', '/v1?x=y&theme=z',
      '/embed/lereporting?sections=target-audience&theme=dark&lang=es', '/embed/lereporting/fragment?heading=2&x=y',
      `${toolkit}?as_of=2024-08-28T03:59:59Z`, `${toolkit}?as_of=2024-08-28T04:00:00Z`, `${toolkit}?as_of=2024-08-28T04%3A00%3A01Z`,
      `${toolkit}?as_of=2024-08-27`, `${toolkit}?as_of=2024-08-28`, `${toolkit}?as_of=2024-02-29`, `${toolkit}?as_of=9999-12-31`,
      `${toolkit}?as_of=2024-10-01`, '/openapi.json?as_of=x&lang=x']) {
      assert.equal((await same(target, {'Accept-Encoding': 'gzip'})).status < 400, true, target);
    }
    for (const value of ['es', 'es-US,es;q=0.9,en;q=0.8', 'en-US,en,es', 'fr,es;q=0.5', 'es;q=0,en', 'ES', 'de', '', 'essen,es']) {
      await same('/v1', {'Accept-Language': value});
    }
    for (const value of ['gzip', 'br', 'gzip, deflate, br', 'x-gzip', 'gzip;q=0', 'br;q=0, gzip', 'zstd', 'brr', 'BR']) {
      await same('/v1', {'Accept-Encoding': value});
    }
    for (const value of ['application/ld+json', '*/*', 'application/json, application/ld+json', 'application/ld+json, */*;q=0.1',
      'application/json;q=0.9, application/ld+json', 'application/ld+json;q=0', 'text/html, */*', 'application/ld+json;q=0.5']) {
      await same(toolkit, {Accept: value});
    }
  });

  test('lead the same way', async () => {
    for (const target of ['/', '/v1/', `${toolkit}/`, `${toolkit}//`, '/v1/toolkits/reporting', '/v1/toolkits/reporting/', '/v1/nothing/',
      '/v1/toolkits/reporting?lang=es&as_of=2024-08-28T04:00:00Z', '/toolkits/lereporting', '/toolkits/reporting', '/embed/reporting?theme=dark',
      '/docs/', '/embed/lereporting/?heading=3&theme=light', '/v1/resources/?kind=video', '/toolkits/lereporting/', '/openapi.yaml/']) {
      await same(target);
    }
  });

  test('find the same things missing', async () => {
    for (const target of ['/v1/nothing', '/v1/nothing?lang=es', '/v1/toolkits/none', '/embed/none', '/-/200', '/bodies/x', '/manifest.json',
      '/nginx/maps.conf', '/.well-known/security.txt', '/v1/resources%26kind=video', '/V1', '/assets/x', `${toolkit}/sections/none?as_of=2024-08-28`]) {
      await same(target, {'Accept-Language': 'es'});
    }
    await same('/v1', {}, 'POST');
    await same('/v1/nothing', {'Accept-Language': 'es'}, 'DELETE');
    await same('/v1', {}, 'OPTIONS');
    await same('/nothing', {}, 'OPTIONS');
  });

  test('confirm the same copies', async () => {
    const {body, ...first} = await same('/v1');
    const tag = first.fields.find(([name]) => name === 'ETag')[1];
    const date = first.fields.find(([name]) => name === 'Last-Modified')[1];
    const old = '"00000000000000000000000000000000"';
    for (const [fields, status] of [[{'If-None-Match': tag}, 304], [{'If-None-Match': `W/${tag}`}, 304], [{'If-None-Match': `${old}, ${tag}`}, 304],
      [{'If-None-Match': '*'}, 304], [{'If-None-Match': old}, 200], [{'If-Modified-Since': date}, 304], [{'If-None-Match': old, 'If-Modified-Since': date}, 200],
      [{'If-Modified-Since': 'Wed, 28 Aug 2024 04:00:00 GMT'}, 200], [{'If-None-Match': tag, 'Accept-Encoding': 'gzip'}, 200]]) {
      assert.equal((await same('/v1', fields)).status, status, JSON.stringify(fields));
      assert.equal((await same('/v1', fields, 'HEAD')).status, status, JSON.stringify(fields));
    }
    assert.ok(body.length > 0);
    assert.equal((await same('/v1/nothing', {'If-None-Match': '*'})).status, 404);
  });

  test('differ where a mirror cannot work something out, and the mirror says so', async () => {
    for (const target of ['/v1?as_of=now', '/v1?as_of=', '/v1?as_of=2024-02-30', '/v1?as_of=2023-02-29', '/v1?as_of=2024-08-28T24:00:00Z',
      '/v1?as_of=2024-08-28T04:00:00.5Z', '/v1?as_of=2024-08-28T00:00:00-04:00', '/v1?lang=fr', '/v1?lang=', '/v1?lang=es&lang=en',
      '/v1/resources?kind=none', '/v1/resources?kind=', '/embed/lereporting?theme=blue', '/embed/lereporting?sections=none',
      '/embed/lereporting?theme=dark&theme=dark', '/embed/lereporting?sections=%0d%0aX:y', '/v1?as_of=0000-01-01']) {
      const answer = await ask(mirror, 'GET', target);
      assert.equal(answer.status, 400, target);
      assert.match(JSON.parse(answer.body).detail, /mirror|copia/, target);
      assert.equal(answer.field('Cache-Control'), 'no-store');
    }
    for (const target of ['/healthz', '/livez', '/readyz', '/version', '/oembed?url=x']) {
      const answer = await ask(mirror, 'GET', target);
      assert.equal(answer.status, 404, target);
      assert.match(JSON.parse(answer.body).detail, /mirror|copia/, target);
    }
    const unmet = await ask(mirror, 'GET', '/v1', {'If-Match': '"x"'});
    assert.equal(unmet.status, 412);
    assert.equal(unmet.field('Content-Type'), 'application/problem+json');
  });

  test('are both found to say what the content says', () => {
    for (const server of [mirror, service]) {
      const {code, out, err} = toolkitd(['verify', urlOf(server), ...settings], {contentDir});
      assert.deepEqual([code, err], [0, ''], out);
      assert.match(out, /answers of every edition, no difference/);
    }
  });
});
