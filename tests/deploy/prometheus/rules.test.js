// The rules, the configuration, the dashboard and the documents, against each other and against the real exposition.
import assert from 'node:assert/strict';
import test from 'node:test';
import {start} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {dashboard, families, metricsIn, ran, read, rules} from './support/tools.js';

const service = await start();
const {text} = await get(service, '/metrics');
const told = families(text);
const names = new Set(told.map(([name]) => name));

test('promtool takes the configuration and the rules', () => {
  ran('promtool', ['check', 'config', 'deploy/prometheus/prometheus.yml']);
  ran('promtool', ['check', 'rules', 'deploy/prometheus/alerts.yml']);
});

test('each alert fires and does not fire when it should', () => {
  ran('promtool', ['test', 'rules', 'deploy/prometheus/alerts_test.yml']);
});

test('each alert is among those tests', () => {
  const cases = read('deploy/prometheus/alerts_test.yml');
  for (const {alert} of rules) assert.ok(cases.includes(`alertname="${alert}"`), alert);
});

test('each alert says how bad it is, what it is, and where it says what to do', () => {
  for (const {alert, labels, annotations} of rules) {
    assert.match(labels.severity, /^(critical|warning|info)$/, alert);
    assert.ok(annotations.summary && annotations.description, alert);
    const [file, anchor] = annotations.runbook_url.split('#');
    assert.equal(anchor, alert.toLowerCase());
    assert.match(read(file), new RegExp(`^\\| \\[${alert}\\]\\(#${anchor}\\) \\| ${labels.severity} \\| .+ \\| .+ \\|$`, 'm'), alert);
    assert.match(read(file), new RegExp(`^### ${alert}\n\n\\S`, 'm'), alert);
  }
});

test('no alert is explained that there is not', () => {
  const alerts = rules.map(({alert}) => alert).sort();
  for (const explained of [/^### (Toolkitd\w+)$/gm, /^\| \[(Toolkitd\w+)\]/gm]) {
    assert.deepEqual([...read('docs/operations.md').matchAll(explained)].map(([, name]) => name).sort(), alerts);
  }
});

test('every metric that a rule names is in the exposition', () => {
  for (const {alert, expr} of rules) metricsIn(expr).forEach((name) => assert.ok(names.has(name), `${alert}: ${name}`));
});

test('the dashboard shows every metric of the exposition, and no other', () => {
  const shown = metricsIn(JSON.stringify(dashboard));
  assert.deepEqual([...shown].sort(), [...names].sort());
});

test('the dashboard has its rows, and no panel twice in one place', () => {
  const titles = dashboard.panels.filter(({type}) => type === 'row').map(({title}) => title);
  assert.deepEqual(titles, ['Meaning', 'Traffic', 'Content and loads', 'Process']);
  const places = dashboard.panels.map(({gridPos: {x, y}}) => `${x} ${y}`);
  assert.equal(new Set(places).size, places.length);
  assert.equal(new Set(dashboard.panels.map(({id}) => id)).size, dashboard.panels.length);
});

test('every metric is documented, with its type', () => {
  const documented = [...read('docs/metrics.md').matchAll(/^\| `((?:toolkitd|process)_\w+)` \| (\w+) \|/gm)].map(([, name, type]) => [name, type]);
  const real = told.map(([name, type]) => [name, name.endsWith('_info') ? 'info' : type]);
  assert.deepEqual(documented.sort(), real.sort());
});
