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

// A shell in the place of the service manager: it holds the socket, hands it on, and starts the next process when one ends.
const kManager = `while :; do
  sh -c 'export LISTEN_FDS=1 LISTEN_PID=$$; echo "process $$"; exec "$@"' sh "$@" || exit
done`;

async function underManager() {
  const server = net.createServer();
  server.listen(0, '127.0.0.1', 1024);
  await once(server, 'listening');
  const {port} = server.address();
  const command = [binary, 'serve', '--content', content, '--config', settings].map(String);
  const manager = launch('sh', ['-c', kManager, 'sh', ...command], {cwd: root, stdio: ['ignore', 'pipe', 'pipe', server._handle.fd]});
  server.close(); // before it takes a connection itself
  const processes = () => [...manager.said().matchAll(/^process (\d+)$/gm)].map(([, pid]) => Number(pid));
  const starts = () => manager.said().split('listening on').length - 1;
  return {port, manager, processes, starts};
}

// Asks again and again over connections that are kept open, as long as `goes` says so.
async function ask(port, goes, seen) {
  const agent = new http.Agent({keepAlive: true, maxSockets: 1});
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

test('a restart under load loses no connection and leaves no request unanswered', {timeout: 60_000}, async () => {
  const {port, manager, processes, starts} = await underManager();
  await until(() => starts() === 1, 'it listens');
  let goes = true;
  const seen = [];
  const asking = Array.from({length: kClients}, () => ask(port, () => goes, seen));
  const answered = async () => {
    const before = seen.length;
    await until(() => seen.length > before + 200, 'clients are answered');
  };
  for (let i = 1; i <= kRestarts; ++i) {
    await answered();
    process.kill(processes().at(-1), 'SIGTERM');
    await until(() => starts() === i + 1, 'the next one listens');
  }
  await answered();
  goes = false;
  await Promise.all(asking);
  manager.child.kill('SIGKILL');
  process.kill(processes().at(-1), 'SIGKILL');
  assert.deepEqual([...new Set(seen)], [200]);
  assert.equal(processes().length, kRestarts + 1);
});
