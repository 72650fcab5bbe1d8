// A clock that stands still until a test moves it, for the programs that are started with it.
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {emptyFolder} from '../../contract/support/editing.js';

// The library that stands between a program and the clock, wherever this machine's Debian keeps it.
export const fakeClock = execFileSync('sh', ['-c', 'dpkg -L libfaketime | grep "/libfaketimeMT.so"'], {encoding: 'utf8'}).trim();

// {environment, command, now(), set(instant), pass(seconds)}. Instants are milliseconds of whole seconds. Who has the environment goes
// by this clock, but not for the time that a deadline takes; `command` puts it before the words of a command.
export function stoppedClock(instant) {
  forgetTheDead();
  const file = path.join(emptyFolder(), 'clock');
  // The C library's malloc behind it: Varnish's own asks for the time before the library can answer.
  const environment = {LD_PRELOAD: `${fakeClock} libc.so.6`, TZ: 'UTC', FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1'};
  let shown;
  const clock = {
    environment,
    command: (words) => ['env', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`), ...words],
    now: () => shown,
    set: (next) => {
      shown = next;
      writeFileSync(`${file}.new`, new Date(shown).toISOString().slice(0, 19).replace('T', ' '));
      renameSync(`${file}.new`, file);
    },
    pass: (seconds) => clock.set(shown + seconds * 1000),
  };
  clock.set(instant);
  return clock;
}

// A program that is killed leaves the names behind under which it told its children the time. Who comes to have its number cannot
// make them anew, and ends where those that it was told are gone as well: as they are once any child of Varnish has ended.
function forgetTheDead() {
  for (const name of readdirSync('/dev/shm')) {
    const number = /^(?:sem\.faketime_sem|faketime_shm)_(\d+)$/.exec(name)?.[1];
    if (number && !existsSync(`/proc/${number}`)) rmSync(`/dev/shm/${name}`, {force: true});
  }
}
