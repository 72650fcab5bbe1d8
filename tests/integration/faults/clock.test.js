// The clock that other tests move, where programs that went by it were killed before.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import test from 'node:test';
import {stoppedClock} from '../support/clock.js';

const kFree = Buffer.from('01'.padEnd(64, '0'), 'hex');  // a semaphore that nobody holds

const nameFor = (number) => `/dev/shm/sem.faketime_sem_${number}`;

test('a program has the number of one that was killed, and what its parent told it is gone', (t) => {
  const limit = Number(readFileSync('/proc/sys/kernel/pid_max', 'utf8'));
  const last = Number(execFileSync('sh', ['-c', 'echo $$'], {encoding: 'utf8'}));
  const names = Array.from({length: 3000}, (_, i) => nameFor((last + i) % limit));
  for (const name of names) writeFileSync(name, kFree);
  t.after(() => names.forEach((name) => rmSync(name, {force: true})));
  const clock = stoppedClock(Date.parse('2024-08-28T03:59:59Z'));
  const [program, ...words] = clock.command(['date', '+%FT%TZ']);
  const env = {...process.env, FAKETIME_SHARED: '/faketime_sem_gone /faketime_shm_gone'};
  assert.equal(execFileSync(program, words, {env, encoding: 'utf8'}), '2024-08-28T03:59:59Z\n');
});
