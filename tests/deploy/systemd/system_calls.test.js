// The filter of the unit lets through all that the service asks of the kernel in a life with all that can happen in it.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {launch, until} from '../../attack/process.js';
import {binary, content, root, settings} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';

const unit = fs.readFileSync(path.join(root, 'deploy/systemd/toolkitd.service'), 'utf8');

// The calls in a set such as @system-service, and in the sets in it.
function callsOf(set) {
  const lines = execFileSync('systemd-analyze', ['--no-pager', 'syscall-filter', set], {encoding: 'utf8'}).split('\n');
  const names = lines.map((line) => line.trim()).filter((name) => /^@?[a-z0-9_-]+$/.test(name) && name !== set);
  return names.flatMap((name) => (name.startsWith('@') ? callsOf(name) : [name]));
}

// In the order of the unit's lines: each allows, or with a tilde takes away. What every service may, @default says.
function allowed() {
  const calls = new Set(callsOf('@default'));
  for (const [, takesAway, sets] of unit.matchAll(/^SystemCallFilter=(~?)(.*)$/gm)) {
    const named = sets.split(' ').flatMap((name) => (name.startsWith('@') ? callsOf(name) : [name]));
    named.forEach((call) => (takesAway ? calls.delete(call) : calls.add(call)));
  }
  return calls;
}

test('every system call of a life is one that the unit allows', {timeout: 120_000}, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calls-'));
  const copy = path.join(folder, 'content');
  fs.cpSync(content, copy, {recursive: true});
  const trace = path.join(folder, 'trace');
  const command = [binary, 'serve', '--port', '0', '--content', copy, '--config', settings, '--access-log', 'true',
    '--state-dir', path.join(folder, 'state')].map(String);
  const env = {...process.env, NOTIFY_SOCKET: '@nobody', WATCHDOG_USEC: '1000000'};
  const strace = launch('strace', ['-f', '-qq', '-o', trace, ...command], {cwd: root, env});
  await until(() => strace.said().includes('compressed'), 'it is at rest', 60_000);
  const port = Number(/listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(strace.said())[1]);
  const pid = Number(fs.readFileSync(`/proc/${strace.child.pid}/task/${strace.child.pid}/children`, 'utf8'));
  for (const asked of ['/v1/toolkits', '/healthz', '/none']) await get({host: '127.0.0.1', port}, asked);
  const file = path.join(copy, 'toolkits/lereporting/toolkit.md');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Another'));
  await until(() => strace.said().includes(' in place of '), 'it has loaded', 60_000);
  process.kill(pid, 'SIGHUP');
  await until(() => strace.said().includes('is unchanged'), 'it has read again', 60_000);
  process.kill(pid, 'SIGTERM');
  assert.equal(await strace.ended, 0);
  const lines = fs.readFileSync(trace, 'utf8');
  const called = new Set([...lines.matchAll(/^\d+\s+([a-z0-9_]+)\(/gm)].map(([, name]) => name));
  const may = allowed();
  assert.ok(called.has('epoll_wait') && called.has('inotify_add_watch'), [...called].join(' '));
  assert.deepEqual([...called].filter((name) => !may.has(name)), []);
  assert.doesNotMatch(lines, /PROT_WRITE\|PROT_EXEC/); // MemoryDenyWriteExecute
  assert.ok(fs.existsSync(path.join(folder, 'state/last-good-content.json')));
  fs.rmSync(folder, {recursive: true});
});
