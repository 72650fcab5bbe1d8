// What the surroundings of a process can lack or do: its streams, its descriptors, its disk, signals before it serves.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import {test} from 'node:test';
import {launch, until} from '../../attack/process.js';
import {binary, content} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {failing, hasOwnMounts, ownMounts} from '../support/kernel.js';
import {copyOfContent, during, edit, flag, folder, freePort, healthOf, kServe, kToolkit, root, titled, titleOf} from './started.js';

const serves = (service) => get(service, flag).then(({status}) => status === 200, () => false);
// Embeds are most of what is compressed, and nothing here asks for one.
const kQuick = ['--embeds', 'false'];
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

// Moved into its place by an editor that does not look whether it could write.
function moveIn(folder, write) {
  const draft = path.join(folder, '.draft');
  write(draft);
  assert.equal(fs.statSync(draft).size, 0);
  fs.renameSync(draft, path.join(folder, kToolkit));
}

async function losesNothing(service, folder, write, makeRoom = () => {}) {
  const title = await titleOf(service);
  moveIn(folder, write);
  await until(async () => (await healthOf(service)).status === 'warn', 'it warns', 60_000);
  assert.equal(await titleOf(service), title);
  makeRoom();
  edit(folder, kToolkit, titled('Room again'));
  await until(async () => (await titleOf(service)) === 'Room again', 'it is live', 60_000);
  assert.equal((await healthOf(service)).status, 'pass');
}

test('an edit that a full disk cut off leaves the last good content, and the next one counts', () => {
  const copy = copyOfContent('no-room');
  const [program, ...args] = [...failing('write', 'ENOSPC'), 'sh', '-c', 'printf "%s" "$2" >"$1"', 'sh'];
  const write = (draft) => assert.notEqual(spawnSync(program, [...args, draft, titled('No room')]).status, 0);
  return during({contentDir: copy, args: kQuick}, (service) => losesNothing(service, copy, write));
});

test('and so it is on a disk that is really full, where the kernel lets a test have one', async (t) => {
  if (!hasOwnMounts) return t.diagnostic('this kernel lets nobody here mount: the test before this one stands for it');
  const disk = path.join(folder, 'disk');
  fs.mkdirSync(disk);
  const script = 'mount -t tmpfs -o size=256k tmpfs "$1" && cp -r "$2/." "$1" && shift 2 && exec "$@"';
  const before = [...ownMounts, 'sh', '-c', script, 'sh', disk, content];
  await during({contentDir: disk, before, args: kQuick}, async (service) => {
    const inside = path.join(`/proc/${service.pid}/root`, disk);
    const filler = path.join(inside, '.filler');
    const full = {code: 'ENOSPC'};
    assert.throws(() => fs.writeFileSync(filler, Buffer.alloc(1_000_000)), full);
    const write = (draft) => assert.throws(() => fs.writeFileSync(draft, titled('No room')), full);
    await losesNothing(service, inside, write, () => fs.rmSync(filler));
  });
});

test('at the limit of inotify it says so, and takes what it missed once there are watches again', async () => {
  const copy = copyOfContent('unwatched');
  const folders = fs.readdirSync(copy, {recursive: true, withFileTypes: true}).filter((each) => each.isDirectory()).length + 2;
  const tries = `1..${3 * folders}`;
  await during({contentDir: copy, args: kQuick, before: failing('inotify_add_watch', 'ENOSPC', tries)}, async (service) => {
    await until(() => service.said().includes('not every change of the content will be noticed'), 'it says so');
    edit(copy, kToolkit, titled('Missed'));
    await until(async () => (await titleOf(service)) === 'Missed', 'it is live', 60_000);
    await until(() => service.said().includes('every change of the content is noticed again'), 'it says so, too', 60_000);
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
