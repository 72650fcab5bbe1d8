// The units: as hardened as they say, without a mistake, and in step with the settings.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {binary, root} from '../../contract/support/service.js';

const folder = path.join(root, 'deploy/systemd');
const service = path.join(folder, 'toolkitd.service');
const text = fs.readFileSync(service, 'utf8');
const sockets = ['toolkitd.socket', 'toolkitd-metrics.socket'];
const value = (name) => new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1];

test('systemd finds the service exposed to less than 2.0', () => {
  const said = execFileSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', '--no-pager', service], {encoding: 'utf8'});
  const exposure = Number(/Overall exposure level for toolkitd\.service: ([0-9.]+)/.exec(said)[1]);
  assert.ok(exposure < 2, `${exposure}`);
});

test('and it says so of a unit that is not hardened', () => {
  const open = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'unit-')), 'toolkitd.service');
  fs.writeFileSync(open, text.replace(/^(Dynamic|Protect|Private|Restrict|Capability|SystemCall|NoNew).*$/gm, ''));
  assert.notEqual(spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', '--no-pager', open]).status, 0);
});

test('systemd finds no mistake in the units', () => {
  const installed = fs.mkdtempSync(path.join(os.tmpdir(), 'units-'));
  fs.writeFileSync(path.join(installed, 'toolkitd.service'), text.replaceAll('/usr/bin/toolkitd', binary));
  for (const name of sockets) fs.copyFileSync(path.join(folder, name), path.join(installed, name));
  const units = ['toolkitd.service', ...sockets].map((name) => path.join(installed, name));
  const said = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {
    encoding: 'utf8', env: {...process.env, SYSTEMD_UNIT_PATH: `${installed}:`}});
  const ours = said.stderr.split('\n').filter((line) => line.includes('toolkitd'));
  assert.deepEqual(ours, []);
  assert.equal(said.status, 0, said.stderr);
});

test('it starts anew whatever ends it, is watched, and is handed its sockets', () => {
  assert.equal(value('Type'), 'notify');
  assert.equal(value('Restart'), 'always');
  assert.equal(value('StartLimitIntervalSec'), '0');
  assert.ok(Number(value('TasksMax')) >= 1024, 'threads for each core of a large machine');
  assert.match(value('WatchdogSec'), /^\d+s$/);
  for (const key of ['Requires', 'After', 'Sockets']) assert.equal(value(key), sockets.join(' '), key);
});

test('the metrics have a socket of their own, which only this machine reaches', () => {
  const lines = fs.readFileSync(path.join(folder, 'toolkitd-metrics.socket'), 'utf8').split('\n');
  for (const line of ['ListenStream=127.0.0.1:9464', 'FileDescriptorName=metrics', 'Service=toolkitd.service']) assert.ok(lines.includes(line), line);
});
