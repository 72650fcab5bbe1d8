// More clients than there should be, all at once.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Crowd} from '../../attack/crowd.js';
import {descriptors, resident, until} from '../../attack/process.js';
import {request, unendedHead} from '../../attack/requests.js';
import {flag} from '../../attack/servers.js';
import {get} from '../../contract/support/wire.js';
import {serving} from './serving.js';

const asking = (socket) => socket.write(request(flag));
const patience = 20_000;

test('200 clients that stay where there are 64 descriptors are all answered, and so is whoever comes after them', () =>
  serving({descriptors: 64, own: {idle: 60_000}, whole: false}, async (service) => {
    const waves = [];
    for (let i = 0; i < 5; ++i) { // no more at once than there is room for: however slow the machine, each gets to ask
      const wave = new Crowd(service).open(40, asking);
      await until(() => wave.statuses.get('200') === 40, 'all are answered', patience).catch(() => assert.fail(`${wave}`));
      waves.push(wave);
    }
    for (let i = 0; i < 100; ++i) assert.equal((await get(service, flag)).status, 200);
    assert.equal(waves.join(), Array(5).fill('40 x 200').join());
    waves.forEach((wave) => wave.leave());
  }));

test('200 clients in the midst of a request where there are 64 descriptors are each waited for, or told 503, and then it serves on', () =>
  serving({descriptors: 64, own: {idle: 60_000, request: 60_000}, whole: false}, async (service) => {
    const crowd = new Crowd(service).open(200, (socket) => socket.write(request(flag).slice(0, 9)));
    const told = () => (crowd.statuses.get('503') ?? 0) + crowd.silent;
    await until(() => told() > 200 - 64, 'who comes too late is told', patience).catch(() => assert.fail(`${crowd}`));
    crowd.leave();
    await until(() => get(service, flag).then(({status}) => status === 200, () => false), 'it serves on', patience);
  }));

test('2,000 clients that come at once are all answered, and so is who comes among them', () =>
  serving({whole: false}, async (service) => {
    const crowd = new Crowd(service).open(2000, asking, {leaves: 1});
    assert.equal((await get(service, flag)).status, 200);
    await until(() => crowd.allEnded, 'all are answered', patience);
    assert.equal(String(crowd), '2000 x 200');
  }));

test('5,000 idle clients keep nobody from being answered, take little memory, and are closed in time', () =>
  serving({own: {idle: 3000}}, async (service) => {
    const pids = service.pids();
    const [open, memory] = [descriptors(pids), resident(pids)];
    const crowd = new Crowd(service).open(5000, asking);
    await until(() => crowd.statuses.get('200') === 5000, 'all are answered', patience);
    assert.equal((await get(service, flag)).status, 200);
    const each = (resident(pids) - memory) / 5000;
    assert.ok(each < 4, `${each} KB for a connection`);
    await until(() => crowd.allEnded, 'all are closed', patience);
    await until(() => descriptors(pids) <= open, 'their descriptors, too');
  }));

test('what 500 clients with half a head each have taken is given back when they have left', () =>
  serving({}, async (service) => {
    const memory = resident(service.pids());
    const half = unendedHead(flag, 15_000);
    const crowd = new Crowd(service).open(500, (socket) => socket.write(half));
    await until(() => resident(service.pids()) - memory > 4096, 'they take memory', patience);
    await until(() => crowd.connected === 500, 'all are connected');
    crowd.leave();
    await until(() => resident(service.pids()) - memory < 2048, 'it is given back', patience);
  }));
