// A server of somebody else's, in the foreground as a child of this process, with a folder of its own.
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import net from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';

const kAttempts = 1200; // Varnish compiles its settings before it listens, and the machine may do much else
const running = new Set();
process.on('exit', () => running.forEach(({child, folder}) => {
  child.kill('SIGKILL');
  rmSync(folder, {recursive: true, force: true});
}));

// `config(folder, port)`: the text of its configuration; `command(file, folder, port)`: what to run.
// Resolves with {host, port, folder, pid, stop} once it takes connections.
export async function startChild(name, {config, command}) {
  const folder = mkdtempSync(path.join(tmpdir(), `toolkitd-${name}-`));
  const port = await freePort();
  const file = path.join(folder, `${name}.conf`);
  writeFileSync(file, config(folder, port));
  const [program, ...args] = command(file, folder, port);
  const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'pipe'], env: {PATH: `${process.env.PATH}:/usr/sbin`}});
  const entry = {child, folder};
  running.add(entry);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise((_, reject) => {
    child.once('error', (error) => reject(new Error(`${program}: ${error.message}`)));
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
  });
  ended.catch(() => {});
  await Promise.race([takesConnections(port), ended]);
  return {host: '127.0.0.1', port, folder, pid: child.pid, stop: () => stop(entry)};
}

function stop(entry) {
  const {child, folder} = entry;
  running.delete(entry);
  return new Promise((resolve) => {
    const done = () => {
      rmSync(folder, {recursive: true, force: true});
      resolve();
    };
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', done);
    child.kill('SIGTERM');
  });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function takesConnections(port) {
  for (let attempt = 1; ; ++attempt) {
    if (await connects(port)) return;
    if (attempt === kAttempts) throw new Error(`nothing takes connections on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function connects(port) {
  return new Promise((resolve) => {
    const socket = net.connect({host: '127.0.0.1', port}, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
