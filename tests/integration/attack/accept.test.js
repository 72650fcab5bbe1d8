// Every error that accept(2) knows, for as long as it likes: outlived, without spinning.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Injection} from '../../attack/injection.js';
import {Crowd} from '../../attack/crowd.js';
import {until} from '../../attack/process.js';
import {request} from '../../attack/requests.js';
import {startToolkitd} from '../../attack/servers.js';
import {get} from '../../contract/support/wire.js';

// Errors that befell one connection are followed by the next try at once, 64 times in a row; the others by a pause.
const kWindow = 100; // milliseconds
const kSeveral = 400;
const kFew = 8;
const errors = {
  ECONNABORTED: {seen: kSeveral, most: 3 * 64},
  EPROTO: {seen: kSeveral, most: 3 * 64},
  EPERM: {seen: kSeveral, most: 3 * 64},
  EMFILE: {seen: kFew, most: 3 * 2},
  ENFILE: {seen: kFew, most: 3 * 2},
  ENOMEM: {seen: kFew, most: 3},
  ENOBUFS: {seen: kFew, most: 3},
};

let service;
before(async () => (service = await startToolkitd({loops: 1, own: {idle: 60_000, request: 60_000}, whole: false})));
after(() => service.stop());

// The largest number of instants that lie within a window.
function densest(instants) {
  let first = 0;
  return instants.reduce((most, instant, last) => {
    while (instant - instants[first] >= kWindow) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

for (const [error, {seen, most}] of Object.entries(errors)) {
  test(`accept that fails with ${error} delays who waits, harms nobody who is connected, and does not spin`, async () => {
    // In the midst of a request: at the limit of descriptors, who is idle makes room.
    const [begin, rest] = [request('/livez').slice(0, 9), request('/livez').slice(9)];
    const known = new Crowd(service).open(1, (socket) => socket.write(begin));
    await until(() => known.connected === 1, 'connected');
    assert.equal((await get(service, '/livez')).status, 200);
    const injection = await Injection.begin(service.pids(), error);
    const waiting = new Crowd(service).open(1, (socket) => socket.write(request('/livez')));
    await until(() => injection.failed().length >= seen, `${seen} calls that fail`);
    known.sockets[0].write(rest);
    await until(() => known.statuses.get('200') === 1, 'who is connected is answered');
    const calls = densest(injection.failed());
    await injection.end();
    assert.ok(calls <= most, `${calls} calls within ${kWindow} ms`);
    await until(() => waiting.statuses.get('200') === 1, 'who waited is answered');
    assert.equal((await get(service, '/livez')).status, 200);
    known.leave();
    waiting.leave();
  });
}
