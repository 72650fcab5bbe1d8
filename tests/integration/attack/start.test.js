// Ways in which the service is started by others.
import assert from 'node:assert/strict';
import net from 'node:net';
import {test} from 'node:test';
import {Crowd} from '../../attack/crowd.js';
import {until} from '../../attack/process.js';
import {request} from '../../attack/requests.js';
import {flag} from '../../attack/servers.js';
import {get, send} from '../../contract/support/wire.js';
import {serving} from './serving.js';

// The limits of a head: service/http/head.h.
const kHead = 16_384;
const kTarget = 8000;
const kFields = 100;

// Fields that fill a head up to its last byte; `get` adds two, and two bytes end it.
function fillingFields(service, target) {
  const own = `GET ${target} HTTP/1.1\r\nHost: ${service.host}:${service.port}\r\nConnection: close\r\n`;
  const room = kHead - own.length - 2;
  const count = kFields - 2;
  const lines = Array.from({length: count}, (_, i) => Math.floor((room * (i + 1)) / count) - Math.floor((room * i) / count));
  return lines.map((length, i) => [`X-${i}`, 'x'.repeat(length - `X-${i}: \r\n`.length)]);
}

test('a stack of 512 KB is enough for the longest target and the most and largest fields', () =>
  serving({shell: 'ulimit -s 512;', whole: false}, async (service) => {
    for (const start of ['/v1/', '/v1/resources?kind=', '/v1/rights?as_of=', '/v1/resources?']) {
      const target = start.padEnd(kTarget, start.endsWith('?') ? 'a&' : 'a');
      const fields = fillingFields(service, target);
      assert.ok([200, 400, 404].includes((await get(service, target, fields)).status), start);
      const larger = [...fields.slice(0, -1), [fields.at(-1)[0], `${fields.at(-1)[1]}x`]];
      assert.equal((await get(service, target, larger)).status, 431, start);
    }
    assert.equal((await get(service, flag, fillingFields(service, flag))).status, 200);
    assert.equal((await send(service, 'GET', `${flag}${'x'.repeat(kTarget)}`)).status, 414);
  }));

test('a socket that a service manager hands on is served, and no other', async () => {
  const manager = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => manager.once('listening', resolve));
  const {port} = manager.address();
  const handed = {socket: manager._handle.fd, shell: 'export LISTEN_FDS=1 LISTEN_PID=$$;', whole: false};
  const served = serving(handed, async (service) => {
    assert.equal(service.port, port);
    assert.equal((await get({host: '127.0.0.1', port}, flag)).status, 200);
  });
  manager.close(); // before it takes a connection itself
  await served;
  await assert.rejects(get({host: '127.0.0.1', port}, flag), {code: 'ECONNREFUSED'});
});

test('a socket that was handed to another process is not taken', async () => {
  const manager = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => manager.once('listening', resolve));
  const handed = {socket: manager._handle.fd, shell: 'export LISTEN_FDS=1 LISTEN_PID=1;', whole: false};
  const {port} = manager.address();
  const served = serving(handed, async (service) => assert.notEqual(service.port, port));
  manager.close();
  await served;
});

test('on the host :: it answers IPv4 and IPv6 alike', () =>
  serving({args: ['--host', '::'], whole: false}, async ({port}) => {
    for (const host of ['127.0.0.1', '::1']) {
      const client = new Crowd({host, port}).open(1, (socket) => socket.write(request(flag)), {leaves: 1});
      await until(() => client.allEnded, `${host} is answered`);
      assert.equal(String(client), '1 x 200', host);
    }
  }));
