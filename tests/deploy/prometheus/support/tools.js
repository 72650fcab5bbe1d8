// Programs that read what the service measures, and what stands in deploy/.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import {root} from '../../../contract/support/service.js';

export const read = (file) => readFileSync(path.join(root, file), 'utf8');

export const rules = parse(read('deploy/prometheus/alerts.yml')).groups.flatMap((group) => group.rules);
export const dashboard = JSON.parse(read('deploy/grafana/toolkitd.json'));

// What a program prints; fails where it does not end with 0.
export function ran(program, args, input) {
  const {status, stdout, stderr, error} = spawnSync(program, args, {cwd: root, input, encoding: 'utf8', maxBuffer: 1e8});
  assert.equal(status, 0, error?.message ?? stdout + stderr);
  return stdout + stderr;
}

// The names of metrics in a text, such as an expression; a histogram's without what its series add.
export const metricsIn = (text) => new Set((text.match(/\b(toolkitd|process)_[a-z0-9_]+/g) ?? [])
  .map((name) => name.replace(/(duration_seconds)_(bucket|sum|count)$/, '$1')));

// [[name, type]] of an exposition as text.
export const families = (text) => [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name, type]);
