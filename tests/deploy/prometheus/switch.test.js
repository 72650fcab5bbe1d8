// A switch as the metrics have it: before its instant, at it and after.
import assert from 'node:assert/strict';
import test from 'node:test';
import {rehearsing} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';

const kSwitch = 1724817600;
const kRule = '{regulation="t-visa-final-rule-2024"}';

// The value of a series; undefined where it is not there.
function value(text, series) {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line && Number(line.slice(series.length + 1));
}

const status = (text, name, of) => value(text, `${name}${kRule.replace('}', `,status="${of}"}`)}`);

function check(text) {
  const now = value(text, 'toolkitd_clock_timestamp_seconds');
  const served = now < kSwitch ? 'pending' : 'effective';
  for (const name of ['toolkitd_regulation_status', 'toolkitd_regulation_status_demanded']) {
    for (const of of ['pending', 'effective']) assert.equal(status(text, name, of), of === served ? 1 : 0, `${now} ${name} ${of}`);
  }
  const next = value(text, `toolkitd_regulation_next_switch_seconds${kRule}`);
  if (now < kSwitch) assert.ok(Math.abs(next - (kSwitch - now)) < 1e-5, `${next} at ${now}`);
  else assert.equal(next, undefined);
  return now;
}

test('the status, the time that is left and the lateness follow the clock', () => rehearsing('2024-08-28T03:59:58Z', async (service) => {
  const ask = async () => (await get(service, '/metrics')).text;
  let text = await ask();
  assert.equal(value(text, `toolkitd_regulation_last_switch_lateness_seconds${kRule}`), undefined);
  while (check(text) < kSwitch + 1) text = await ask();
  assert.ok(value(text, `toolkitd_regulation_last_switch_lateness_seconds${kRule}`) >= 0);
  assert.equal(value(text, `toolkitd_regulation_last_switch_timestamp_seconds${kRule}`), kSwitch);
  assert.match(service.said(), / info switch: t-visa-final-rule-2024 is effective, and no longer pending, as of 2024-08-28T04:00:00Z; seen /);
}));
