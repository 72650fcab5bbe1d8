// What a reader sees of the service through each program, and what the service sees of the reader.
import assert from 'node:assert/strict';
import http from 'node:http';
import {test} from 'node:test';
import zlib from 'node:zlib';
import {ask, askInHttp2, askUntilKept, turn} from './support/ask.js';
import {behindEach} from './support/suites.js';

const kRights = '/v1/rights';
const kToolkit = '/v1/toolkits/lereporting';
const kInstant = `${kToolkit}?as_of=2024-08-01`;
const decoded = {br: zlib.brotliDecompressSync, gzip: zlib.gunzipSync, identity: (bytes) => bytes};

behindEach('served', {seconds: 3600, args: ['--cdn-max-age', '600']}, (stage, name) => {
  const get = (target, headers) => ask(stage.front, target, {headers});

  test('TLS and HTTP/2 end at the edge', async () => {
    const {protocol, status, text} = await askInHttp2(stage.front, kRights);
    assert.deepEqual([protocol, status], ['h2', 200]);
    assert.equal(JSON.parse(text).data.republication, 'express_permission_required');
  });

  test('what was asked once is served from the cache, with the age that it has at least', async () => {
    await askUntilKept(stage, '/v1/problems');
    const before = stage.origin.asked('/v1/problems');
    for (let i = 0; i < 5; ++i) {
      const got = await get('/v1/problems');
      assert.equal(got.status, 200);
      assert.match(got.field('Age') ?? '', /^\d+$/);
    }
    assert.equal(stage.origin.asked('/v1/problems'), before);
  });

  test('each coding comes through the cache whole, with a tag of its own', async () => {
    const asked = {br: 'gzip, deflate, br', gzip: 'gzip;q=0.5, br;q=0', identity: 'deflate'};
    await haveCodings(stage.origin.port);
    const answers = {};
    for (const [coding, accept] of Object.entries(asked)) {
      const headers = {'Accept-Encoding': accept};
      answers[coding] = await get(kInstant, headers);
    }
    const again = await Promise.all(Object.values(asked).map((accept) => get(kInstant, {'Accept-Encoding': accept})));
    Object.entries(answers).forEach(([coding, {body}], i) => {
      assert.equal(again[i].field('Content-Encoding') ?? 'identity', coding);
      assert.equal(again[i].field('ETag'), answers[coding].field('ETag'));
      assert.deepEqual(decoded[coding](again[i].body), decoded.identity(answers.identity.body), coding);
      assert.ok(again[i].body.equals(body));
      assert.match(again[i].field('Vary'), /Accept-Encoding/);
    });
    assert.equal(new Set(again.map((each) => each.field('ETag'))).size, 3);
    assert.ok(!again[0].field('ETag').startsWith('W/'));
  });

  test('a tag that still holds is confirmed from the cache', async () => {
    await askUntilKept(stage, kRights);
    const before = stage.origin.asked(kRights);
    const tag = (await get(kRights)).field('ETag');
    const brief = await get(kRights, {'If-None-Match': tag});
    assert.deepEqual([brief.status, brief.body.length, brief.field('ETag')], [304, 0, tag]);
    assert.equal((await get(kRights, {'If-None-Match': '"another"'})).status, 200);
    assert.equal(stage.origin.asked(kRights), before);
  });

  test('HEAD has the fields of GET and no content', async () => {
    const full = await get(kRights);
    const head = await ask(stage.front, kRights, {method: 'HEAD'});
    assert.deepEqual([head.status, head.body.length], [200, 0]);
    for (const field of ['ETag', 'Content-Type', 'Content-Length', 'Vary', 'Access-Control-Allow-Origin']) {
      assert.equal(head.field(field), full.field(field), field);
    }
  });

  test('scripts of other sites may ask', async () => {
    const preflight = await ask(stage.front, kRights, {method: 'OPTIONS', headers: {Origin: 'https://portal.example',
      'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match'}});
    assert.equal(preflight.status, 204);
    assert.match(preflight.field('Access-Control-Allow-Headers'), /If-None-Match/);
    const got = await get(kRights, {Origin: 'https://portal.example'});
    assert.equal(got.field('Access-Control-Allow-Origin'), '*');
    assert.equal(got.field('Referrer-Policy'), 'no-referrer');
    assert.equal(got.field('Set-Cookie'), undefined);
  });

  test('what is not allowed is refused by the service', async () => {
    assert.equal((await ask(stage.front, kRights, {method: 'DELETE'})).status, 405);
    const purge = await ask(stage.front, kRights, {method: 'PURGE', headers: {'Surrogate-Key': 'toolkitd'}});
    assert.ok([405, 501].includes(purge.status), String(purge.status));
  });

  test('each language and each type has a copy of its own, and the wish of one reader is not another’s', async () => {
    for (let i = 0; i < 2; ++i) {
      const sentence = async (headers) => (await get('/v1/regulation-status', headers)).json.data.reason.text;
      assert.match(await sentence({}), /^The rule/);
      assert.match(await sentence({'Accept-Language': 'es-MX,es;q=0.9,en;q=0.5'}), /norma/);
      assert.match(await sentence({'Accept-Language': 'en;q=0.9, es;q=0.1'}), /^The rule/);
      assert.match(await sentence({'Accept-Language': 'fr, de'}), /^The rule/);
      const type = async (accept) => (await get(kToolkit, {Accept: accept})).field('Content-Type');
      assert.equal(await type('*/*'), 'application/json');
      assert.equal(await type('application/ld+json'), 'application/ld+json');
      assert.equal(await type('application/json;q=0.1, application/*'), 'application/ld+json');
    }
    assert.equal((await get(kToolkit)).field('Vary'), 'Accept, Accept-Encoding, Accept-Language');
  });

  test('parameters that mean something tell copies apart, and others do not', async () => {
    const status = async (query) => (await get(`/v1/regulation-status?${query}`)).json.data?.status;
    for (let i = 0; i < 2; ++i) {
      assert.equal(await status('as_of=2024-01-01'), 'unknown');
      assert.equal(await status('as_of=2024-05-01'), 'pending');
      assert.equal(await status('as%5Fof=2024-01-01'), 'unknown');
      assert.equal((await get('/v1/regulation-status?as_of=2024-01-01&as_of=2024-05-01')).status, 400);
      assert.equal((await get('/v1/regulation-status?lang')).status, 400);
    }
    await askUntilKept(stage, '/v1/toolkits');
    const before = stage.origin.heads.length;
    assert.equal((await get('/v1/toolkits?utm_source=x&fbclid=y')).status, 200);
    assert.equal(stage.origin.heads.length, before);
  });

  test('nothing of a reader but what chooses the answer reaches the service', async () => {
    const told = ['Authorization', 'CF-Connecting-IP', 'Client-IP', 'Cookie', 'Forwarded', 'From', 'Referer', 'Sec-CH-UA',
      'True-Client-IP', 'User-Agent', 'X-Client-IP', 'X-Forwarded-For', 'X-Real-IP'];
    const more = name === 'Varnish' ? [] : ['X-Whatever'];
    await get('/v1/regulations', Object.fromEntries([...told, ...more].map((field) => [field, '192.0.2.1'])));
    const heads = stage.origin.heads.filter(({target}) => target === '/v1/regulations');
    assert.ok(heads.length > 0);
    for (const {headers} of heads) {
      for (const field of [...told, ...more]) assert.equal(headers[field.toLowerCase()], undefined, field);
    }
  });

  test('the metrics are refused to readers, however the path is written', async () => {
    const asked = ['/metrics', '/metrics?', '/metrics?as_of=2024-01-01', '/%6Detrics', '/m%65tric%73', '/%6d%65%74%72%69%63%73', '/metrics/', '//metrics'];
    const before = stage.origin.heads.length;
    for (const target of asked) {
      assert.equal((await get(target)).status, 404, target);
      assert.equal((await ask(stage.front, target, {method: 'HEAD'})).status, 404, target);
      assert.equal((await ask(stage.front, target, {method: 'POST'})).status, 404, target);
    }
    assert.deepEqual(stage.origin.heads.slice(before).map(({target}) => target), []);
  });

  test('CDNs behind it are told as much as they are by the service', async () => {
    const got = await get(kRights);
    assert.match(got.field('CDN-Cache-Control'), /^public, max-age=600, /);
    assert.match(got.field('Surrogate-Key'), /^toolkitd revision-[0-9a-f]+ /);
  });

  if (name === 'Varnish') {
    test('an operator has it forget what bears a key, and nobody else does', async () => {
      await askUntilKept(stage, kRights);
      const before = stage.origin.asked(kRights);
      const purge = (key) => plainly(stage.front.purge, 'PURGE', '/', {'Surrogate-Key': key});
      assert.equal((await purge('toolkit-another')).status, 200);
      await get(kRights);
      assert.equal(stage.origin.asked(kRights), before);
      assert.equal((await purge('overview')).status, 200);
      await get(kRights);
      assert.equal(stage.origin.asked(kRights), before + 1);
      assert.equal((await purge('.*')).status, 400);
    });
  } else {
    test('who comes without TLS is sent on to the address that the operator has set', async () => {
      const {status, location} = await plainly(stage.front.plain, 'GET', '/v1/rights?lang=es', {Host: 'elsewhere.example'});
      assert.deepEqual([status, location], [308, 'https://toolkits.example.org/v1/rights?lang=es']);
    });
  }
});

// The service has its codings a moment after its start.
async function haveCodings(port) {
  for (let coding; coding !== 'br'; await turn()) ({coding} = await plainly(port, 'GET', kInstant, {'Accept-Encoding': 'br'}));
}

const plainly = (port, method, target, headers) => new Promise((resolve, reject) => {
  http.request({port, host: '127.0.0.1', method, path: target, headers, agent: false}, (response) => {
    response.resume();
    response.on('end', () => resolve({status: response.statusCode, location: response.headers.location,
      coding: response.headers['content-encoding']}));
  }).on('error', reject).end();
});
