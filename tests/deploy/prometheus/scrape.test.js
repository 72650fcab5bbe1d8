// Debian's Prometheus scrapes the real binary, in both formats, and evaluates our rules on what it gets.
import assert from 'node:assert/strict';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import {root, start} from '../../contract/support/service.js';
import {startChild} from '../../integration/support/child.js';
import {rules} from './support/tools.js';

const service = await start({args: ['--metrics-address', '127.0.0.1:0']});
const [, own] = /metrics at http:\/\/([\d.:]+)\/metrics/.exec(service.said());

// Asks without saying what it would like.
const plain = http.createServer(async (_, response) => {
  const answer = await fetch(`http://${own}/metrics`);
  response.setHeader('Content-Type', answer.headers.get('Content-Type'));
  response.end(await answer.text());
});
await new Promise((resolve) => plain.listen(0, '127.0.0.1', resolve));
plain.unref();
const targets = {open: own, text: `127.0.0.1:${plain.address().port}`};

const config = () => `
global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
rule_files: [${path.join(root, 'deploy/prometheus/alerts.yml')}]
scrape_configs:
  - job_name: toolkitd
    static_configs:
      - {targets: ['${targets.open}'], labels: {format: open}}
      - {targets: ['${targets.text}'], labels: {format: text}}
`;
let listen;
const prometheus = await startChild('prometheus', {
  config: (folder, port) => {
    listen = `127.0.0.1:${port}`;
    return config();
  },
  command: (file, folder) => ['prometheus', `--config.file=${file}`, `--storage.tsdb.path=${folder}/data`, `--web.listen-address=${listen}`],
});
test.after(() => Promise.all([prometheus.stop(), service.stop()]));

async function api(path) {
  const {status, data, error} = await (await fetch(`http://${listen}/api/v1/${path}`)).json().catch(() => ({}));
  return status === 'success' ? data : assert.fail(error ?? 'not ready');
}

const query = async (expr) => (await api(`query?query=${encodeURIComponent(expr)}`)).result;

// Asks until there is what is asked for.
async function until(ask) {
  for (let attempt = 1; ; ++attempt) {
    const found = await ask().catch(() => undefined);
    if (found) return found;
    assert.ok(attempt < 600, `${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const bothHave = (expr) => until(async () => {
  const found = await query(expr);
  return found.length === 2 && found;
});

test('both formats are scraped', async () => {
  const up = await bothHave('up{job="toolkitd"} == 1');
  assert.deepEqual(up.map(({metric}) => metric.format).sort(), ['open', 'text']);
});

for (const expr of ['toolkitd_regulation_status{status="effective"} == 1', 'toolkitd_load_last_success == 1',
  'toolkitd_http_requests_total{route="/v1/toolkits/{toolkit}",method="GET",status_class="2xx"}', 'process_cpu_seconds_total > 0',
  'toolkitd_content_info == 1', 'toolkitd_build_info', 'toolkitd_http_request_duration_seconds_bucket{le="2.5"}',
  'toolkitd_resources{currency="predates_rule"} > 0']) {
  test(`${expr} is to be had from both`, () => bothHave(expr));
}

test('units are known from OpenMetrics', async () => {
  const units = await until(async () => (await api('metadata?metric=toolkitd_snapshot_age_seconds')).toolkitd_snapshot_age_seconds);
  assert.ok(units.some(({unit}) => unit === 'seconds'));
});

test('every rule can be evaluated on it, and none that wakes somebody up fires', async () => {
  await bothHave('up{job="toolkitd"} == 1');
  const evaluated = await until(async () => {
    const all = (await api('rules')).groups.flatMap((group) => group.rules);
    return all.every(({health}) => health !== 'unknown') && all;
  });
  assert.deepEqual(evaluated.map(({name}) => name).sort(), rules.map(({alert}) => alert).sort());
  assert.deepEqual(evaluated.filter(({health}) => health !== 'ok'), []);
  assert.deepEqual((await query('ALERTS{severity="critical",alertstate="firing"}')), []);
});
