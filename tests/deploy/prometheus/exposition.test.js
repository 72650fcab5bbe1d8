// The real exposition, read by programs that others wrote.
import assert from 'node:assert/strict';
import test from 'node:test';
import {start} from '../../contract/support/service.js';
import {get, send} from '../../contract/support/wire.js';
import {ran} from './support/tools.js';

const service = await start();
const kOpen = {Accept: 'application/openmetrics-text;version=1.0.0'};

// Debian's own Python has Prometheus' client, and with it the reference parser of OpenMetrics.
const samples = (parser, text) => JSON.parse(ran('/usr/bin/python3', ['-c', `
import json, sys
from prometheus_client.${parser} import text_string_to_metric_families
print(json.dumps([[s.name, s.labels] for f in text_string_to_metric_families(sys.stdin.read()) for s in f.samples]))`], text));

const series = (all) => all.map(([name, labels]) => JSON.stringify([name, Object.entries(labels).sort()])).sort();

for (const args of [[], ['--rehearse', '2024-08-28T03:00:00Z'], ['--rehearse', '2020-01-01']]) {
  test(`promtool finds nothing to say of it: serve ${args.join(' ')}`, async () => {
    const measured = await start({args});
    assert.equal(ran('promtool', ['check', 'metrics'], (await get(measured, '/metrics')).text), '');
    await measured.stop();
  });
}

test('the reference parser of OpenMetrics takes it', async () => {
  const {text} = await get(service, '/metrics', kOpen);
  assert.ok(samples('openmetrics.parser', text).length > 500);
  assert.throws(() => samples('openmetrics.parser', text.replace('# EOF\n', '')));
});

test('both formats have the same series', async () => {
  const [plain, open] = [await get(service, '/metrics'), await get(service, '/metrics', kOpen)];
  assert.equal(plain.mediaType, 'text/plain');
  assert.equal(open.mediaType, 'application/openmetrics-text');
  assert.deepEqual(series(samples('parser', plain.text)), series(samples('openmetrics.parser', open.text)));
});

test('whatever clients send, there are the same series', async () => {
  const told = async () => series(samples('parser', (await get(service, '/metrics')).text));
  const before = await told();
  for (let i = 0; i < 200; ++i) {
    const method = ['GET', 'HEAD', 'DELETE', `M${i}`][i % 4];
    await send(service, method, [`/v1/toolkits/${i}`, `/${i}?as_of=${i}`, '/v1'][i % 3], {'User-Agent': `${i}`, 'If-None-Match': '*'});
  }
  assert.deepEqual(await told(), before);
});
