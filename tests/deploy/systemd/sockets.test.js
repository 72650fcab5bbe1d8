// The sockets of the units, handed to the real binary as systemd hands them: readers ask on one, Prometheus on the other.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import {once} from 'node:events';
import path from 'node:path';
import {test} from 'node:test';
import {launch, until} from '../../attack/process.js';
import {binary, content, root, settings} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';

// The name under which systemd hands a socket on: its own, or its unit's.
function nameOf(unit) {
  const text = fs.readFileSync(path.join(root, 'deploy/systemd', unit), 'utf8');
  return /^FileDescriptorName=(.*)$/m.exec(text)?.[1] ?? unit;
}

async function listening() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {server, host: '127.0.0.1', port: server.address().port};
}

test('metrics are on the socket of that name, and nowhere else', async () => {
  const [readers, metrics] = [await listening(), await listening()];
  const names = ['toolkitd.socket', 'toolkitd-metrics.socket'].map(nameOf).join(':');
  const script = `export LISTEN_FDS=2 LISTEN_PID=$$ LISTEN_FDNAMES=${names}; exec "$@"`;
  const stdio = ['pipe', 'pipe', 'pipe', readers.server._handle.fd, metrics.server._handle.fd];
  const running = launch('sh', ['-c', script, 'sh', binary, 'serve', '--content', content, '--config', settings], {cwd: root, stdio});
  await until(() => running.said().includes('listening on'), 'it listens', 20_000);
  for (const {server} of [readers, metrics]) server.close();
  assert.equal((await get(readers, '/v1/regulation-status')).status, 200);
  assert.equal((await get(readers, '/metrics')).status, 404);
  assert.match((await get(metrics, '/metrics')).body.toString(), /^toolkitd_regulation_status\{/m);
  assert.equal((await get(metrics, '/v1/regulation-status')).status, 404);
  assert.equal(await running.stop(), 0);
});
