// A little of what `script/fuzz requests` does at length, on the same bytes each time.
import assert from 'node:assert/strict';
import test from 'node:test';
import {attack} from '../fuzz/requests/attack.js';
import {burst} from '../fuzz/requests/mutate.js';
import {requests} from '../fuzz/requests/requests.js';
import {volley} from '../fuzz/requests/volley.js';
import {start} from './support/service.js';

const service = await start();

test('every request that mutation begins with is answered once, and none is refused', async () => {
  for (const request of requests) {
    const [[status], ...others] = Object.entries(await volley(service, Buffer.from(request, 'latin1')));
    assert.ok(['200', '204', '304', '308', '404', '405', '412'].includes(status), `${status}: ${request}`);
    assert.deepEqual(others, [], request);
  }
});

test('mutation is the same for the same seed, and another for another', () => {
  assert.deepEqual(burst(requests, 1, 2, 3), burst(requests, 1, 2, 3));
  assert.notDeepEqual(burst(requests, 1, 2, 3), burst(requests, 1, 3, 3));
  assert.notDeepEqual(burst(requests, 1, 2, 3), burst(requests, 2, 2, 3));
});

test('mutated requests are answered or refused, and the service stays well', async () => {
  const {answered, statuses} = await attack(service, 2_000, 1);
  assert.ok(answered >= 2_000);
  for (const status of [200, 400, 404, 414, 431]) assert.ok(statuses[status] > 0, `${status}: ${JSON.stringify(statuses)}`);
  assert.ok(service.runs());
  assert.equal(await service.stop(), 0);
});
