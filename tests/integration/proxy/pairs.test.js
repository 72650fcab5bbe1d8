// The real binary behind a real proxy that keeps connections to it: no client gets the answer to another's request.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {start} from '../../contract/support/service.js';
import {each} from '../http/suite.js';
import {startHaproxy} from '../support/haproxy.js';
import {startNginx} from '../support/nginx.js';
import {startRelay} from '../support/relay.js';
import {ask, documented, fetchAll, isNumbered, numbered, pipeline} from './askers.js';
import {disturb, disturbances} from './disturbers.js';

const kClients = 40;
const kRequestsOfEach = 30;
const kTargets = ['/v1', '/v1/rights', '/v1/toolkits', '/v1/toolkits/lereporting', '/v1/resources', '/v1/resources?kind=video',
  '/v1/regulations', '/v1/problems', '/v1/regulation-status?as_of=2024-05-01', '/v1/regulation-status?as_of=2024-09-01',
    '/openapi.json'];

const proxies = {
  nginx: (backend) => startNginx({
    http: `upstream service { server ${backend.host}:${backend.port}; keepalive 128; }`,
    server: () => `
      location / {
        proxy_pass http://service;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_request_buffering off;
      }`,
  }),
  HAProxy: startHaproxy,
};

for (const [name, startProxy] of Object.entries(proxies)) {
  describe(`behind ${name}`, () => {
    const pair = {};
    let documents;
    before(async () => {
      pair.service = await start({args: ['--rehearse', '2030-01-01T00:00:00Z']});
      pair.relay = await startRelay(pair.service);
      pair.proxy = await startProxy(pair.relay);
      documents = await fetchAll(pair.service, kTargets);
    });
    after(async () => {
      for (const part of [pair.proxy, pair.relay, pair.service]) await part?.stop();
    });

    const clients = Array.from({length: kClients}, (_, i) => i);
    let numbers = 0;
    const mixed = (client) => Array.from({length: kRequestsOfEach}, (_, i) =>
      (i % 3 === 0 ? documented(documents, client + i) : numbered(numbers++)));

    test('connections to the service are kept, and used for many clients', async () => {
      const before = pair.relay.connections();
      await each(clients, (client) => ask(pair.proxy, mixed(client)), kClients);
      const used = pair.relay.connections() - before;
      assert.ok(used > 0 && used <= 2 * kClients, `${used} connections for ${kClients * (kRequestsOfEach + 1)} requests`);
    });

    test('every client gets its own answers, when all ask at once', () =>
      each(clients, (client) => ask(pair.proxy, mixed(client)), kClients));

    test('every client gets its own answers in order, when all send all at once', () =>
      each(clients, (client) => pipeline(pair.proxy, mixed(client)), kClients));

    test('every client gets its own answers while others send what can be read in two ways', async () => {
      let disturbing = true;
      let rounds = 0;
      const honest = Promise.all(clients.slice(0, 8).map(async (client) => {
        for (; disturbing; ++rounds) await ask(pair.proxy, mixed(client + rounds));
      }));
      const disturbed = each(disturbances, async (bytes) => {
        const {answers} = await disturb(pair.proxy, bytes);
        for (const {body} of answers) assert.ok(!isNumbered(body), `an answer to another's request: ${body}`);
      }, 16).finally(() => (disturbing = false));
      await Promise.all([honest, disturbed]);
      assert.ok(rounds >= 8, `${rounds} rounds`);
    });

    test('the service lives on, and answers as before', async () => {
      assert.deepEqual(await fetchAll(pair.service, kTargets), documents);
      await ask(pair.proxy, mixed(0));
    });
  });
}
