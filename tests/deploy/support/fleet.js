// Replicas of the real binary, each with a folder of content of its own, behind Debian's HAProxy with the settings in
// deploy/replicas.
import fs from 'node:fs';
import path from 'node:path';
import {once} from 'node:events';
import net from 'node:net';
import {until} from '../../attack/process.js';
import {root, start} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {startChild} from '../../integration/support/child.js';
import {contentFolder} from './content.js';

const kNames = ['toolkitd-1', 'toolkitd-2', 'toolkitd-3'];
const kShipped = fs.readFileSync(path.join(root, 'deploy/replicas/haproxy.cfg'), 'utf8');
const kLongestWait = 60_000;  // ms, for a machine that does much else
const kLast = /^.*toolkitd-2.*$/gm;

// `prepare(folder)` edits the content before the replicas start; `change(text)` the settings of HAProxy; `args`: of the replicas.
// Resolves with {edge, replicas, stop}.
export async function startFleet({prepare = () => {}, change = (text) => text, args = []} = {}) {
  const replicas = await Promise.all(kNames.map((name) => startReplica(name, prepare, args)));
  const edge = await startChild('haproxy', {
    config: (folder, port) => change(settings(replicas, port)),
    command: (file) => ['haproxy', '-db', '-q', '-f', file],
  });
  return {edge, replicas, stop: async () => {
    await edge.stop();
    await Promise.all(replicas.map((replica) => replica.stop()));
  }};
}

// The shipped settings, with a third replica as they say, on ports of this machine.
function settings(replicas, port) {
  const grown = kShipped.replace(kLast, (line) => `${line}\n${line.replaceAll('toolkitd-2', 'toolkitd-3')}`);
  const placed = replicas.reduce((text, {name, port: own}) => text.replaceAll(`${name}:8080`, `127.0.0.1:${own}`), grown);
  return placed.replace('bind :8080', `bind 127.0.0.1:${port}`);
}

async function startReplica(name, prepare, args) {
  const folder = contentFolder();
  prepare(folder);
  const port = await freePort();
  const run = () => start({port, contentDir: folder, args: ['--drain-delay', '1', ...args]});
  let running = await run();
  const replica = {
    name, folder, port, host: '127.0.0.1',
    pid: () => running.pid,
    stop: () => running.stop(),
    revision: async () => (await get(running, '/version')).json.content_revision,
    kill: async () => {
      process.kill(running.pid, 'SIGKILL');
      await until(() => !running.runs(), `${name} ends`);
    },
    start: async () => (running = await run()),
  };
  return replica;
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Edits a replica's content and resolves with the revision that it then publishes.
export async function rollOut(replica, edit) {
  const before = await replica.revision();
  edit(replica.folder);
  return until(async () => {
    const now = await replica.revision();
    return now !== before && now;
  }, `${replica.name} publishes what was edited`, kLongestWait);
}
