// What docs/metrics.md says to a proxy, so that readers do not see how much is read: with the proxies themselves.
import assert from 'node:assert/strict';
import test from 'node:test';
import {start} from '../../contract/support/service.js';
import {converse} from '../../integration/support/conversation.js';
import {startHaproxy} from '../../integration/support/haproxy.js';
import {startNginx} from '../../integration/support/nginx.js';
import {read} from './support/tools.js';

const service = await start();
const text = read('docs/metrics.md').replace(/\s+/g, ' ');
const [, nginx] = /nginx: `([^`]+)`/.exec(text);
const [, haproxy] = /HAProxy: `([^`]+)`/.exec(text);

const proxies = {
  nginx: () => startNginx({server: () => `${nginx} location / { proxy_pass http://127.0.0.1:${service.port}; }`}),
  HAProxy: () => startHaproxy(service, haproxy),
};

// As it is written: a client would tidy it up.
async function status(proxy, target) {
  const {answers} = await converse(proxy, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
  return answers[0].status;
}

const kSpellings = ['/metrics', '/%6Detrics', '/m%65tric%73', '/metrics?a', '/%6Detrics?a=/livez', 'http://a/metrics'];

test('the service itself takes every one of these spellings for its metrics', async () => {
  for (const target of kSpellings) assert.equal(await status(service, target), 200, target);
});

for (const [name, begin] of Object.entries(proxies)) {
  test(`${name} keeps the metrics from readers in every spelling, and nothing else`, async () => {
    const proxy = await begin();
    for (const target of kSpellings) assert.equal(await status(proxy, target), 404, target);
    assert.equal(await status(proxy, '/livez'), 200);
    await proxy.stop();
  });
}
