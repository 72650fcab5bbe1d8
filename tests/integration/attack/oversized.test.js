// Requests that are larger than any has to be, or ask for more than there is.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Crowd, pour} from '../../attack/crowd.js';
import {descriptors, resident, until} from '../../attack/process.js';
import * as requests from '../../attack/requests.js';
import {flag, startToolkitd, toolkit} from '../../attack/servers.js';
import {get} from '../../contract/support/wire.js';

const kMegabyte = 1024 * 1024;
const kMostGrowth = 16_384; // kilobytes
const kClients = 10;

let service;
let usual;
before(async () => {
  service = await startToolkitd();
  await get(service, flag);
  usual = {descriptors: descriptors(service.pids()), memory: resident(service.pids())};
});
after(() => service.stop());

// Sends to a crowd, and has the service answer somebody else, let go of all, and keep no memory.
async function sent(pieces, expected, leaves = Infinity) {
  const crowd = new Crowd(service).open(kClients, (socket) => pour(socket, pieces()), {leaves});
  await until(() => crowd.connected === kClients, 'all are connected');
  assert.equal((await get(service, flag)).status, 200);
  await until(() => crowd.allEnded, 'all are ended');
  assert.equal(String(crowd), expected);
  await until(() => descriptors(service.pids()) <= usual.descriptors, 'the service lets go of them');
  const grown = resident(service.pids()) - usual.memory;
  assert.ok(grown < kMostGrowth, `${grown} KB`);
}

const all = (status, each = 1) => `${kClients * each} x ${status}`;

test('10,000 fields are refused', () => sent(() => [requests.manyFields(flag, 10_000)], all(431)));
test('a field of 32 MB is refused', () => sent(() => requests.largeField(flag, 32 * kMegabyte), all(431)));
test('fields without end are refused', () => sent(() => requests.endlessFields(flag, 64 * kMegabyte), all(431)));
test('a target of 32 MB is refused', () => sent(() => requests.largeTarget(32 * kMegabyte), all(414)));
test('chunked content of 64 MB is refused', () => sent(() => requests.chunked(flag, 64 * kMegabyte), all(413)));
test('chunks of one byte each are refused when there are too many', () => sent(() => requests.tinyChunks(flag, kMegabyte), all(413)));

test('content that would be large if it were decompressed is passed over as it is', () => {
  const bomb = requests.gzipBomb(flag, 60 * kMegabyte);
  return sent(() => Array(10).fill(bomb), all(200, 10), 10);
});

test('5,000 requests in one pipeline are all answered', () =>
  sent(() => [requests.request(flag).repeat(5000)], all(200, 5000), 5000));

test('1,000 ranges of the same bytes are answered with these bytes once', async () => {
  await sent(() => [requests.ranges(toolkit, 1000)], all(200), 1);
  const ranges = await get(service, toolkit, {Range: `bytes=${Array(1000).fill('0-').join(',')}`});
  assert.equal(ranges.status, 200);
  assert.ok(ranges.body.equals((await get(service, toolkit)).body));
});
