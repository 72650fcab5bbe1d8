// The regulation's switch behind HAProxy: every replica takes it at the same instant, and no two answers disagree at one.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {until} from '../../attack/process.js';
import {putStay} from '../support/content.js';
import {startFleet} from '../support/fleet.js';
import {Ledger} from '../support/ledger.js';
import {startReaders} from '../support/readers.js';

const kAfter = 200;  // answers

test('replicas switch at the instant, not one before it and not one after it', async () => {
  const at = Math.ceil(Date.now() / 1000) * 1000 + 2000;
  const instant = new Date(at).toISOString();
  const fleet = await startFleet({args: ['--embeds', 'false'], prepare: (folder) => putStay(folder, instant)});
  const ledger = new Ledger();
  const seen = {before: 0, after: 0, wrong: []};
  ledger.looked = ({target, sent, received}, data) => {
    if (target !== '/v1/regulation-status') return;
    if (received < at) ++seen.before;
    if (sent >= at) ++seen.after;
    const right = [...(sent < at ? ['effective'] : []), ...(received >= at ? ['stayed'] : [])];
    if (!right.includes(data.status)) seen.wrong.push(`${data.status}, asked ${sent - at} ms and answered ${received - at} ms after it`);
  };
  const readers = startReaders(fleet.edge, ledger);
  try {
    await until(() => seen.after >= kAfter, 'the switch has been', 60_000);
  } finally {
    await readers.end();
    await fleet.stop();
  }
  assert.deepEqual(seen.wrong, []);
  assert.ok(seen.before > 0 && seen.after >= kAfter, `${seen.before} answers before and ${seen.after} after it`);
});
