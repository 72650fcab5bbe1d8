// What the surroundings of a process can lack or do: its streams, its descriptors, its disk, signals before it serves.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import {test} from 'node:test';
import {launch, until} from '../../attack/process.js';
import {binary, content} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {during, edit, flag, folder, freePort, healthOf, kServe, kToolkit, root, titled, titleOf} from './started.js';

const kUnprivileged = process.getuid() === 0 ? [] : ['--user', '--map-root-user'];
const serves = (service) => get(service, flag).then(({status}) => status === 200, () => false);
const exited = (child) => new Promise((resolve) => child.once('exit', resolve));

test('with its standard streams closed, it writes its log into nothing else', async () => {
  const port = await freePort();
  const running = launch('sh', ['-c', 'exec "$@" <&- >&- 2>&-', 'sh', binary, ...kServe(content, port), '--access-log', 'true'], {cwd: root});
  await until(() => serves({host: '127.0.0.1', port}), 'it serves', 20_000);
  for (const number of [0, 1, 2]) assert.equal(fs.readlinkSync(`/proc/${running.child.pid}/fd/${number}`), '/dev/null');
  assert.equal(await running.stop(), 0);
});

test('who takes its log may go, and it serves on', () =>
  during({args: ['--access-log', 'true']}, async (service) => {
    service.child.stdout.destroy();
    service.child.stderr.destroy();
    for (let i = 0; i < 50; ++i) assert.equal((await get(service, flag)).status, 200);
    const end = exited(service.child);
    process.kill(service.pid, 'SIGTERM');
    assert.equal(await end, 0);
  }));

test('who takes its log may stop to, and it serves on and ends', () =>
  during({args: ['--access-log', 'true']}, async (service) => {
    service.child.stdout.pause();
    const client = net.connect(service.port, service.host);
    const asked = 3000; // more lines than a pipe and Node.js hold
    let answers = 0;
    client.on('data', (data) => (answers += data.toString().split('HTTP/1.1 200').length - 1));
    for (let i = 0; i < asked; i += 10) {
      client.write('GET /livez HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(10));
      await until(() => answers >= i, 'they are answered');
    }
    client.destroy();
    const end = exited(service.child);
    process.kill(service.pid, 'SIGTERM');
    assert.equal(await end, 0);
  }));

test('with too few descriptors to begin, it says so and ends; with enough, it can be ended', async () => {
  for (let limit = 6; limit < 18; ++limit) {
    const running = launch('sh', ['-c', 'ulimit -n "$1"; shift; exec "$@"', 'sh', String(limit), binary, ...kServe(content), '--threads', '2'], {cwd: root});
    const begun = () => running.said().includes('listening on') || running.child.exitCode !== null;
    await until(begun, 'it listens or ends', 20_000);
    if (running.child.exitCode === null) {
      assert.equal(await running.stop(), 0, running.said());
    } else {
      assert.equal(await running.ended, 2, running.said());
      assert.match(running.said(), /toolkitd: cannot .*(descriptor|Too many open files)/);
    }
  }
});

// Held back on its way to the first look at the content; `use` is given its number then.
async function whileItLoads(use) {
  const slow = ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=inotify_init1', '-e', 'inject=inotify_init1:delay_enter=2000000:when=1'];
  const strace = launch('strace', [...slow, binary, ...kServe(content)].map(String), {cwd: root});
  const pid = await until(() => {
    const child = fs.readFileSync(`/proc/${strace.child.pid}/task/${strace.child.pid}/children`, 'utf8').trim();
    const caught = child && /^SigCgt:\s+([0-9a-f]+)$/m.exec(fs.readFileSync(`/proc/${child}/status`, 'utf8'))[1];
    return caught && (BigInt(`0x${caught}`) & 0x4000n) !== 0n && Number(child);
  }, 'it minds SIGTERM', 20_000);
  await use(pid, strace);
}

test('told to end while it loads, it ends at once', () =>
  whileItLoads(async (pid, strace) => {
    process.kill(pid, 'SIGTERM');
    assert.equal(await strace.ended, 0);
    assert.doesNotMatch(strace.said(), /listening/);
  }));

test('SIGHUP while it loads ends nothing, and is minded later', () =>
  whileItLoads(async (pid, strace) => {
    process.kill(pid, 'SIGHUP');
    await until(() => strace.said().includes('is unchanged'), 'it reads again', 30_000);
    process.kill(pid, 'SIGTERM');
    assert.equal(await strace.ended, 0);
  }));

test('a disk that fills up while content is edited leaves the last good content, and the edit counts when there is room', async () => {
  const disk = path.join(folder, 'disk');
  fs.mkdirSync(disk);
  const script = 'mount -t tmpfs -o size=256k tmpfs "$1" && cp -r "$2/." "$1" && shift 2 && exec "$@"';
  const before = ['unshare', ...kUnprivileged, '--mount', 'sh', '-c', script, 'sh', disk, content];
  await during({contentDir: disk, before}, async (service) => {
    const inside = path.join(`/proc/${service.pid}/root`, disk);
    const title = await titleOf(service);
    const filler = path.join(inside, '.filler');
    const full = {code: 'ENOSPC'};
    assert.throws(() => fs.writeFileSync(filler, Buffer.alloc(1_000_000)), full);
    assert.throws(() => fs.writeFileSync(path.join(inside, '.draft'), titled('No room')), full);
    fs.renameSync(path.join(inside, '.draft'), path.join(inside, kToolkit)); // as an editor that does not look
    await until(async () => (await healthOf(service)).status === 'warn', 'it warns');
    assert.equal(await titleOf(service), title);
    fs.rmSync(filler);
    edit(inside, kToolkit, titled('Room again'));
    await until(async () => (await titleOf(service)) === 'Room again', 'it is live');
    assert.equal((await healthOf(service)).status, 'pass');
  });
});

test('at the limit of inotify it says so, and takes what it missed once there are watches again', async () => {
  const copy = path.join(folder, 'unwatched');
  fs.cpSync(content, copy, {recursive: true});
  const limit = 'echo "$1" > /proc/sys/user/max_inotify_watches && shift && exec "$@"';
  const before = ['unshare', '--user', '--map-root-user', 'sh', '-c', limit, 'sh', '1'];
  await during({contentDir: copy, before}, async (service) => {
    await until(() => service.said().includes('not every change of the content will be noticed'), 'it says so');
    edit(copy, kToolkit, titled('Missed'));
    const into = ['--target', String(service.pid), '--user', '--preserve-credentials'];
    execFileSync('nsenter', [...into, 'sh', '-c', 'echo 1000 > /proc/sys/user/max_inotify_watches']);
    await until(async () => (await titleOf(service)) === 'Missed', 'it is live', 20_000);
    assert.match(service.said(), /every change of the content is noticed again/);
  });
});

test('on every address, where the kernel has no IPv6, it listens on those of IPv4', async () => {
  const without = ['-f', '-qq', '-o', '/dev/null', '-e', 'trace=socket', '-e', 'inject=socket:error=EAFNOSUPPORT:when=1'];
  const strace = launch('strace', [...without, binary, ...kServe(content), '--host', '::'].map(String), {cwd: root});
  const port = await until(() => /listening on http:\/\/0\.0\.0\.0:(\d+)/.exec(strace.said())?.[1], 'it listens', 20_000);
  assert.equal(await serves({host: '127.0.0.1', port}), true);
  process.kill(Number(fs.readFileSync(`/proc/${strace.child.pid}/task/${strace.child.pid}/children`, 'utf8')), 'SIGTERM');
  assert.equal(await strace.ended, 0, strace.said());
});
