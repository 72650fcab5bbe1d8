// The image, built as its Dockerfile says from Debian's packages alone, and run as a container is: as its user, with files that can only
// be read, without a capability.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {childOf, launch, until} from '../../attack/process.js';
import {emptyFolder} from '../../contract/support/editing.js';
import {root} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {freePort} from '../../integration/support/child.js';
import {changesIn, watching} from '../../integration/support/kernel.js';

const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n'];
const files = path.join(root, 'build/image/root');
const top = emptyFolder();
const trace = path.join(emptyFolder(), 'trace');

// The image's files in `top`, with what a container runtime adds.
const kReadOnly = `mount --bind "$1" "$2" && mount -o remount,bind,ro "$2" && mount -t proc proc "$2/proc" && mount --rbind /dev "$2/dev" || exit 1
  shift 2; exec "$@"`;

let config;
let mounts;
let env;
let running;
let service;
let metrics;

// A command in the image; the variables of the image are followed by those that whoever runs it gives.
function inside(command) {
  const at = mounts ? top : files;
  const user = config.User;
  const lay = mounts ? ['unshare', '--mount', 'sh', '-c', kReadOnly, 'sh', files, top] : [];
  const confined = ['chroot', `--userspec=${user}`, at, 'env', '-i', `--chdir=${config.WorkingDir}`, ...config.Env, ...env];
  return [...asRoot, ...lay, 'setpriv', '--no-new-privs', '--bounding-set=-all,+setuid,+setgid,+sys_chroot', ...confined, ...command];
}

const run = (...command) => {
  const [program, ...args] = inside(command);
  return spawnSync(program, args, {encoding: 'utf8'});
};

before(async () => {
  execFileSync(path.join(root, 'tests/deploy/image/build'), {stdio: ['ignore', 2, 2]});
  config = JSON.parse(fs.readFileSync(path.join(root, 'build/image/config.json'), 'utf8'));
  const probe = [...asRoot, 'unshare', '--mount', 'mount', '-t', 'tmpfs', 'tmpfs', top];
  mounts = spawnSync(probe[0], probe.slice(1)).status === 0;
  const [port, own] = [await freePort(), await freePort()];
  env = [`TOOLKITD_PORT=${port}`, `TOOLKITD_METRICS_ADDRESS=127.0.0.1:${own}`];
  service = {host: '127.0.0.1', port};
  metrics = {host: '127.0.0.1', port: own};
  const [program, ...args] = inside([...config.Entrypoint, ...config.Cmd]);
  running = launch(program, args, {cwd: '/'});
  await until(() => get(service, '/readyz').then(({status}) => status === 200, () => false), `it serves: ${running.said()}`, 20_000);
});

after(() => running?.child.kill('SIGKILL'));

test('it is run as a user of its own, on its ports, asked whether it is well, and ended with SIGTERM', () => {
  assert.match(config.User, /^[1-9]\d*:[1-9]\d*$/);
  assert.deepEqual(Object.keys(config.ExposedPorts).sort(), ['8080/tcp', '9464/tcp']);
  assert.ok(config.Env.includes('TOOLKITD_PORT=8080') && config.Env.includes('TOOLKITD_METRICS_ADDRESS=0.0.0.0:9464'));
  assert.deepEqual(config.Healthcheck.Test, ['CMD', 'toolkitd', 'health']);
  assert.equal(config.StopSignal, 'SIGTERM');
});

test('it serves the content, and its pages', async () => {
  const flag = await get(service, '/v1/regulation-status');
  assert.deepEqual([flag.status, flag.json.data.status], [200, 'effective']);
  for (const page of ['/docs', '/docs/embedding', '/embed/v1.js', '/v1/toolkits/lereporting']) assert.equal((await get(service, page)).status, 200, page);
  const docs = (await get(service, '/docs')).body.toString();
  for (const [, asset] of docs.matchAll(/(?:src|href)="(\/docs\/[^"#?]+)/g)) assert.equal((await get(service, asset)).status, 200, asset);
});

test('metrics are at an address of their own, and not where readers ask', async () => {
  assert.equal((await get(metrics, '/metrics')).status, 200);
  assert.equal((await get(service, '/metrics')).status, 404);
});

test('its user can change no file in it, and the service does not try', async () => {
  for (const name of ['/written', '/srv/toolkitd/written', '/tmp/written']) {
    if (mounts) assert.match(run('touch', name).stderr, /Read-only file system/, name);
    else if (!name.startsWith('/tmp')) assert.match(run('touch', name).stderr, /Permission denied/, name);
  }
  const [program, ...args] = inside([...config.Entrypoint, ...config.Cmd]);
  const [port, own] = [await freePort(), await freePort()];
  const others = [...args.map((each) => each.replace(env[0], `TOOLKITD_PORT=${port}`).replace(env[1], `TOOLKITD_METRICS_ADDRESS=127.0.0.1:${own}`))];
  const watched = launch(...commandOf([...asRoot, ...watching(trace), ...[program, ...others].slice(asRoot.length)]), {cwd: '/'});
  await until(() => get({host: '127.0.0.1', port}, '/readyz').then(({status}) => status === 200, () => false), `it serves: ${watched.said()}`, 30_000);
  end(childOf(asRoot.length ? childOf(watched.child.pid) : watched.child.pid));
  assert.equal(await watched.ended, 0, watched.said());
  assert.deepEqual(changesIn(trace).filter((line) => !/"\/dev\//.test(line)), []);
});

test('what verifies a mirror is in it, and what built it is not', () => {
  const verified = run('toolkitd', 'verify', `http://127.0.0.1:${service.port}`);
  assert.equal(verified.status, 0, verified.stdout + verified.stderr);
  for (const tool of ['usr/bin/g++', 'usr/bin/cmake', 'usr/bin/node', 'usr/bin/curl']) assert.ok(!fs.existsSync(path.join(files, tool)), tool);
});

test('toolkitd health ends with 0 while it serves and with 1 when it has ended; SIGTERM ends it with 0', async () => {
  assert.equal(run('toolkitd', 'health').status, 0);
  end(asRoot.length ? childOf(running.child.pid) : running.child.pid);
  assert.equal(await running.ended, 0, running.said());
  assert.equal(run('toolkitd', 'health').status, 1);
});

test('.dockerignore names what is left out, so that a new folder of sources gets in', () => {
  const lines = fs.readFileSync(path.join(root, '.dockerignore'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  assert.deepEqual(lines.filter((line) => line.startsWith('!') || /^\*+$/.test(line)), []);
  for (const name of ['.git', 'build', '**/node_modules']) assert.ok(lines.includes(name), name);
});

const commandOf = ([program, ...args]) => [program, args];
const end = (pid) => execFileSync(...commandOf([...asRoot, 'kill', '-TERM', String(pid)]));
