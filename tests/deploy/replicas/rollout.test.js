// Three replicas behind HAProxy while they are killed, restarted and given new content one after the other.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {crawl} from '../../contract/support/paths.js';
import {get} from '../../contract/support/wire.js';
import {putEdition} from '../support/content.js';
import {rollOut, startFleet} from '../support/fleet.js';
import {Ledger} from '../support/ledger.js';
import {openReader, startReaders} from '../support/readers.js';

const kBetweenSteps = 10;  // answers to each reader

// Calls `use` with a fleet under load; then every reader has had its last answer.
async function underLoad(options, use) {
  // Without embeds new content is rendered sooner, and no reader here asks for one.
  const fleet = await startFleet({args: ['--embeds', 'false'], ...options});
  const ledger = new Ledger();
  const order = [await fleet.replicas[0].revision()];
  const readers = startReaders(fleet.edge, ledger);
  const answered = () => readers.answered(kBetweenSteps);
  const give = async (replica, number) => {
    const revision = await rollOut(replica, (folder) => putEdition(folder, number));
    if (!order.includes(revision)) order.push(revision);
    await answered();
  };
  try {
    await answered();
    await use({...fleet, ledger, answered, give, order});
    await answered();
    await readers.end();
    return {ledger, order};
  } finally {
    await readers.end();
    await fleet.stop();
  }
}

// Every page of a server, with its status, tag and text.
async function pagesOf(server) {
  const pages = [];
  for (const path of await crawl(server)) {
    const answer = await get(server, path);
    pages.push([path, answer.status, answer.field('ETag'), answer.text]);
  }
  return pages;
}

test('content rolled out to one after the other: no request fails, no connection sees content go back, and all agree', async () => {
  let pages;
  const {ledger, order} = await underLoad({}, async ({replicas, give}) => {
    for (const number of [1, 2]) {
      for (const replica of replicas) await give(replica, number);
    }
    pages = await Promise.all(replicas.map(pagesOf));
  });
  assert.deepEqual(ledger.failures, []);
  assert.equal(order.length, 3, 'the same content has the same revision everywhere');
  assert.deepEqual(ledger.wentBack(order), []);
  assert.ok(ledger.changes().length > 0, 'connections live through the roll-out');
  assert.equal(ledger.askedAgainCount, 0);
  assert.ok(pages[0].length > 20, `${pages[0].length} pages`);
  for (const each of pages) assert.deepEqual(each, pages[0]);
});

test('the replica with the newest content is killed in the middle of a roll-out: its connections end, idle ones too', async () => {
  const {ledger, order} = await underLoad({}, async ({edge, replicas, ledger: entries, give, answered}) => {
    const [newest] = replicas;
    await give(newest, 1);
    const idle = Array.from({length: 2 * replicas.length}, () => openReader(edge, entries));
    for (const reader of idle) await reader.ask();
    await newest.kill();
    await answered();
    const before = entries.askedAgainCount;
    for (const reader of idle) await reader.ask();
    assert.ok(entries.askedAgainCount > before, 'connections to it were ended, not moved');
    await newest.start();
    await answered();
    for (const reader of idle) await reader.ask();
    for (const reader of idle) reader.close();
  });
  assert.deepEqual(ledger.failures, []);
  assert.deepEqual(ledger.wentBack(order), []);
});

test('replicas are restarted one after the other in the middle of a roll-out: they drain, and nobody is turned away', async () => {
  const {ledger, order} = await underLoad({}, async ({replicas, give, answered}) => {
    for (const replica of replicas) {
      await give(replica, 1);
      assert.equal(await replica.stop(), 0);
      await answered();
      await replica.start();
      await answered();
    }
  });
  assert.deepEqual(ledger.failures, []);
  assert.deepEqual(ledger.wentBack(order), []);
  assert.equal(ledger.askedAgainCount, 0, 'their connections were ended by an answer');
});

test('the ledger shows content that goes back where connections are not kept to a replica', async () => {
  const loose = (text) => text.replace(/^ *use_backend kept.*$/m, '');
  const {ledger, order} = await underLoad({change: loose}, ({replicas, give}) => give(replicas[0], 1));
  assert.notDeepEqual(ledger.wentBack(order), []);
});
