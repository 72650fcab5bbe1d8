// Clients that take their time, and are let go of when that is up.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Crowd, drip} from '../../attack/crowd.js';
import {descriptors, resident, until} from '../../attack/process.js';
import {request, unendedHead} from '../../attack/requests.js';
import {flag, toolkit} from '../../attack/servers.js';
import {get} from '../../contract/support/wire.js';
import {serving} from './serving.js';

const kMostGrowth = 16_384; // kilobytes; what 100 clients asked for is 50 times as much

// The service has let go of all when it has as many descriptors as before.
async function letGo(service, usual, what) {
  await until(() => descriptors(service.pids()) <= usual, `the service lets go of ${what}`);
}

test('100 heads that drip are told 408 when their time is up, however they drip', () =>
  serving({own: {request: 500}, whole: false}, async (service) => {
    const usual = descriptors(service.pids());
    const crowd = new Crowd(service).open(100, (socket) => drip(socket, unendedHead(flag), 20));
    await until(() => crowd.connected === 100, 'all are connected');
    assert.equal((await get(service, flag)).status, 200);
    await until(() => crowd.allEnded, 'all are ended');
    assert.equal(String(crowd), '100 x 408');
    await letGo(service, usual, 'slow heads');
  }));

test('100 contents that drip are told 408 when their time is up', () =>
  serving({own: {request: 500}, whole: false}, async (service) => {
    const head = request(flag, 'Content-Length: 4000\r\n');
    const crowd = new Crowd(service).open(100, (socket) => {
      socket.write(head);
      drip(socket, 'x'.repeat(4000), 20);
    });
    await until(() => crowd.allEnded, 'all are ended');
    assert.equal(String(crowd), '100 x 408');
  }));

const asksForMuch = (socket) => socket.write(request(toolkit).repeat(500));
const readsNothing = {reads: false};
const readsAByte = {reads: false, onread: {buffer: new Uint8Array(1), callback: () => false}};

// The socket hands on a byte each time that it is resumed.
function asksAndResumes(socket) {
  asksForMuch(socket);
  const resuming = setInterval(() => socket.resume(), 20).unref();
  socket.once('close', () => clearInterval(resuming));
}

for (const [who, talk, how] of [
  ['read nothing', asksForMuch, readsNothing],
  ['read a byte now and then', asksAndResumes, readsAByte],
]) {
  test(`100 clients that ask for 500 toolkits each and ${who} are let go of, and take little memory meanwhile`, () =>
    serving({own: {write: 500}}, async (service) => {
      const pids = service.pids();
      const [usual, memory] = [descriptors(pids), resident(pids)];
      const crowd = new Crowd(service).open(100, talk, how);
      await until(() => crowd.connected === 100, 'all are connected');
      assert.equal((await get(service, flag)).status, 200);
      const grown = resident(pids) - memory;
      assert.ok(grown < kMostGrowth, `${grown} KB`);
      await letGo(service, usual, `who ${who}`);
      crowd.leave();
    }));
}
