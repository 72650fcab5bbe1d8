// A restart under load, with the socket that a service manager keeps open: this process is the service manager.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import {once} from 'node:events';
import {test} from 'node:test';
import {launch, until} from '../../attack/process.js';
import {binary, content, root, settings} from '../../contract/support/service.js';

const kClients = 8;
const kRestarts = 3;

// A shell in the place of the service manager: it holds the socket, and hands it to one process more for each line that it reads.
const kManager = `while read -r _; do
  sh -c 'export LISTEN_FDS=1 LISTEN_PID=$$; echo "process $$"; exec "$@"' sh "$@" &
done`;

async function underManager() {
  const server = net.createServer();
  server.listen(0, '127.0.0.1', 1024);
  await once(server, 'listening');
  const {port} = server.address();
  const command = [binary, 'serve', '--content', content, '--config', settings].map(String);
  const manager = launch('sh', ['-c', kManager, 'sh', ...command], {cwd: root, stdio: ['pipe', 'pipe', 'pipe', server._handle.fd]});
  server.close(); // before it takes a connection itself
  const processes = () => [...manager.said().matchAll(/^process (\d+)$/gm)].map(([, pid]) => Number(pid));
  const times = (words) => manager.said().split(words).length - 1;
  const start = async () => {
    const before = times('listening on');
    manager.child.stdin.write('\n');
    await until(() => times('listening on') > before, 'the next one listens');
  };
  const end = async (pid) => {
    const before = times('stop: stopped');
    process.kill(pid, 'SIGTERM');
    await until(() => times('stop: stopped') > before, 'it has ended', 20_000);
  };
  return {port, manager, processes, start, end};
}

// Asks again and again, as long as `goes` says so; over a connection that is kept open, or a new one each time.
async function ask(port, keepAlive, goes, seen) {
  const agent = new http.Agent({keepAlive, maxSockets: 1});
  while (goes()) {
    await new Promise((resolve) => {
      const request = http.get({port, host: '127.0.0.1', path: '/v1/regulation-status', agent}, (response) => {
        response.resume();
        response.on('end', () => resolve(seen.push(response.statusCode)));
      });
      request.on('error', (error) => resolve(seen.push(`${error.code}${request.reusedSocket ? ' on a connection used before' : ''}`)));
    });
  }
  agent.destroy();
}

async function everyRequestIsAnswered(restart) {
  const managed = await underManager();
  const {port, manager, processes} = managed;
  await managed.start();
  let goes = true;
  const seen = [];
  const asking = Array.from({length: kClients}, (_, i) => ask(port, i % 2 === 0, () => goes, seen));
  const answered = async () => {
    const before = seen.length;
    await until(() => seen.length > before + 200, 'clients are answered');
  };
  for (let i = 1; i <= kRestarts; ++i) {
    await answered();
    await restart(managed);
  }
  await answered();
  goes = false;
  await Promise.all(asking);
  manager.child.kill('SIGKILL');
  process.kill(processes().at(-1), 'SIGKILL');
  assert.deepEqual([...new Set(seen)], [200]);
  assert.equal(processes().length, kRestarts + 1);
}

test('a restart under load loses no connection and leaves no request unanswered', {timeout: 60_000}, () =>
  everyRequestIsAnswered(async ({processes, start, end}) => {
    await end(processes().at(-1));
    await start();
  }));

test('nor does one in which the next process starts before the last one ends', {timeout: 60_000}, () =>
  everyRequestIsAnswered(async ({processes, start, end}) => {
    const last = processes().at(-1);
    await start();
    await end(last);
  }));
