// What a machine can do to a service, done to the real binary.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import {test} from 'node:test';
import {childOf, launch, resident, until} from '../../attack/process.js';
import {binary, content} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {stoppedClock} from '../support/clock.js';
import {changesIn, hasOwnMounts, ownMounts, watching} from '../support/kernel.js';
import {copyOfContent, during, edit, flag, folder, freePort, healthOf, kServe, kToolkit, root, started, titled, titleOf} from './started.js';

const kSwitch = Date.parse('2024-08-28T04:00:00Z');

test('a clock that is stepped forwards and back over the switch takes every answer with it, and no connection', async () => {
  const clock = stoppedClock(kSwitch - 3600_000);
  await during({env: clock.environment}, async (service) => {
    const idle = net.connect(service.port, service.host);
    let lost = false;
    idle.on('close', () => (lost = true));
    const at = async () => {
      const answer = await get(service, flag);
      const age = /max-age=(\d+)/.exec(answer.field('Cache-Control'))[1];
      return {status: answer.json.data.status, date: Date.parse(answer.field('Date')), fresh: Number(age), health: (await healthOf(service)).status};
    };
    const before = await at();
    assert.deepEqual([before.status, before.health], ['pending', 'pass']);
    assert.ok(before.date + before.fresh * 1000 <= kSwitch);
    clock.set(kSwitch + 3600_000);
    const after = await at();
    assert.deepEqual([after.status, after.health], ['effective', 'pass']);
    assert.ok(after.date >= kSwitch + 3600_000);
    clock.set(kSwitch - 10_000);
    const back = await at();
    assert.deepEqual([back.status, back.health], ['pending', 'pass']);
    assert.ok(back.date + back.fresh * 1000 <= kSwitch, `${back.fresh} s`);
    clock.set(kSwitch - 366 * 86_400_000);
    assert.equal((await get(service, '/livez')).status, 200);
    assert.equal(lost, false, 'a deadline went by the clock that was stepped');
    idle.destroy();
  });
});

test('a full disk takes the log, and nothing else', async () => {
  const port = await freePort();
  const running = launch('sh', ['-c', 'exec "$@" >/dev/full 2>&1', 'sh', binary, ...kServe(content, port), '--access-log', 'true'], {cwd: root});
  const service = {host: '127.0.0.1', port};
  await until(() => get(service, '/livez').then(({status}) => status === 200, () => false), 'it serves', 20_000);
  for (let i = 0; i < 20; ++i) assert.equal((await get(service, flag)).status, 200);
  assert.equal(await running.stop(), 0);
});

test('a file that a full disk cut short changes nothing, and the whole one does', async () => {
  const copy = copyOfContent('cut');
  await during({contentDir: copy}, async (service) => {
    const before = await titleOf(service);
    edit(copy, kToolkit, titled('Cut short').slice(0, 200));
    await until(async () => (await healthOf(service)).status === 'warn', 'it warns');
    assert.equal(await titleOf(service), before);
    edit(copy, kToolkit, titled('Whole again'));
    await until(async () => (await titleOf(service)) === 'Whole again', 'it is whole');
    assert.equal((await healthOf(service)).status, 'pass');
  });
});

test('without a descriptor left it cannot load, says so, serves on, and loads when there is one', async () => {
  const copy = copyOfContent('descriptors');
  await during({contentDir: copy, shell: 'ulimit -n 48;', args: ['--threads', '1']}, async (service) => {
    await until(() => service.said().includes('compressed'), 'it is at rest', 20_000);
    const first = net.connect(service.port, service.host);
    const crowd = Array.from({length: 60}, () => net.connect(service.port, service.host).on('error', () => {}));
    await until(() => fs.readdirSync(`/proc/${service.pid}/fd`).length >= 48, 'no descriptor is left');
    edit(copy, kToolkit, titled('Without descriptors'));
    process.kill(service.pid, 'SIGHUP');
    await until(() => service.said().includes('the content was not loaded'), 'it says so', 20_000);
    first.write('GET /livez HTTP/1.1\r\nHost: a\r\n\r\n');
    const [answer] = await new Promise((resolve) => first.once('data', (data) => resolve([data.toString()])));
    assert.match(answer, /^HTTP\/1\.1 200 /);
    crowd.forEach((socket) => socket.destroy());
    first.destroy();
    await until(() => fs.readdirSync(`/proc/${service.pid}/fd`).length < 40, 'they are free again');
    edit(copy, kToolkit, titled('With descriptors'));
    await until(async () => (await titleOf(service)) === 'With descriptors', 'it loads', 20_000);
  });
});

test('killed in the middle of a reload, it starts anew with what the files say', async () => {
  const copy = copyOfContent('killed');
  for (let i = 0; i < 5; ++i) {
    const service = await started({contentDir: copy});
    edit(copy, kToolkit, titled(`Killed ${i}`));
    process.kill(service.pid, 'SIGHUP');
    for (let k = 0; k < i; ++k) await get(service, '/livez'); // somewhat later each time
    await service.stop('SIGKILL');
    await during({contentDir: copy}, async (next) => assert.equal(await titleOf(next), `Killed ${i}`));
  }
  assert.deepEqual(fs.readdirSync(copy).sort(), fs.readdirSync(content).sort(), 'nothing is left behind');
});

test('a storm of SIGHUP keeps nobody from being answered, and no memory', async () => {
  await during({}, async (service) => {
    await until(() => service.said().includes('compressed'), 'it is at rest', 20_000);
    const memory = resident([service.pid]);
    for (let i = 0; i < 300; ++i) {
      process.kill(service.pid, 'SIGHUP');
      assert.equal((await get(service, flag)).status, 200);
    }
    const grown = resident([service.pid]) - memory;
    assert.ok(grown < 16_384, `${grown} KB`);
  });
});

const isRoot = process.getuid() === 0;
const kNobody = ['--reuid=54321', '--regid=54321', '--clear-groups', '--bounding-set=-all'];

test('it changes no file, as a user whom nobody knows, without a home', async (t) => {
  const traces = fs.mkdtempSync('/tmp/traces-');
  if (isRoot) fs.chownSync(traces, 54321, 54321);
  const trace = path.join(traces, 'trace');
  const port = await freePort();
  const as = ['setpriv', '--no-new-privs', ...(isRoot ? kNobody : [])];
  const [program, ...args] = [...as, 'env', '-i', `PATH=${process.env.PATH}`, ...watching(trace), '-E', 'PATH', binary, ...kServe(content, port), '--embeds', 'false'];
  const strace = launch(program, args, {cwd: '/'});
  const service = {host: '127.0.0.1', port};
  await until(() => get(service, flag).then(({status}) => status === 200, () => false), `it serves: ${strace.said()}`, 20_000);
  const pid = childOf(strace.child.pid);
  t.after(() => strace.child.exitCode === null && process.kill(pid, 'SIGKILL'));
  if (isRoot) assert.match(fs.readFileSync(`/proc/${pid}/status`, 'utf8'), /^Uid:\t54321\t/m);
  process.kill(pid, 'SIGHUP');
  await until(() => strace.said().includes('is unchanged'), `it reads again: ${strace.said()}`, 60_000);
  process.kill(pid, 'SIGTERM');
  assert.equal(await strace.ended, 0);
  assert.deepEqual(changesIn(trace), []);
  assert.doesNotMatch(fs.readFileSync(trace, 'utf8'), /"\/etc\/(passwd|group|nsswitch\.conf)"/);
  fs.rmSync(traces, {recursive: true});
});

test('and it serves in a system that can only be read, where the kernel lets a test have one', async (t) => {
  if (!hasOwnMounts) return t.diagnostic('this kernel lets nobody here mount: the test before this one stands for it');
  const port = await freePort();
  const top = path.join(folder, 'top');
  fs.mkdirSync(top);
  const script = `mount --rbind / "$1" && mount -o remount,ro,bind "$1" || exit 1
    shift; exec chroot "$TOP" setpriv --no-new-privs $AS env -i "$@"`;
  const [program, ...args] = [...ownMounts, 'sh', '-c', script, 'sh', top, binary, ...kServe(content, port)];
  const running = launch(program, args, {cwd: '/', env: {...process.env, TOP: top, AS: isRoot ? kNobody.join(' ') : ''}});
  const service = {host: '127.0.0.1', port};
  await until(() => get(service, flag).then(({status}) => status === 200, () => false), `it serves: ${running.said()}`, 20_000);
  assert.throws(() => execFileSync('nsenter', ['-t', String(running.child.pid), '-m', '-r', 'touch', '/written'], {stdio: 'pipe'}));
  assert.equal(await running.stop(), 0);
});
