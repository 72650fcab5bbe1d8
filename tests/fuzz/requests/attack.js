// Sends mutated requests until so many were answered, and sees that the service stays well: every connection ends, no
// answer is a 500, and a whole request is answered after each batch.
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {root} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {burst} from './mutate.js';
import {requests} from './requests.js';
import {volley} from './volley.js';

const kAtOnce = 32; // connections in a batch
const kMutated = 8; // requests on each
const kFindings = path.join(root, 'build/fuzz/findings/requests');

// Every burst of a batch that went wrong: one of them is at fault, and the seed makes them again.
function keep(bursts, seed, first) {
  mkdirSync(kFindings, {recursive: true});
  bursts.forEach((bytes, i) => writeFileSync(path.join(kFindings, `seed-${seed}-burst-${first + i}`), bytes));
}

function add(counts, into) {
  for (const [status, count] of Object.entries(counts)) into[status] = (into[status] ?? 0) + count;
}

async function batch(service, bursts) {
  const counts = {};
  for (const each of await Promise.all(bursts.map((bytes) => volley(service, bytes)))) add(each, counts);
  if (counts[500]) throw new Error('the service answered with 500');
  const {status} = await get(service, '/v1');
  if (status !== 200) throw new Error(`a whole request was answered with ${status}`);
  return counts;
}

// Resolves with {answered, sent, statuses}; rejects with what went wrong.
export async function attack(service, wanted, seed, tell = () => {}) {
  const total = {answered: 0, sent: 0, statuses: {}};
  for (let first = 0; total.answered < wanted; first += kAtOnce) {
    const bursts = Array.from({length: kAtOnce}, (_, i) => burst(requests, seed, first + i, kMutated));
    const counts = await batch(service, bursts).catch((error) => {
      keep(bursts, seed, first);
      throw new Error(`${error.message}; the bytes of this batch are in ${kFindings}`, {cause: error});
    });
    add(counts, total.statuses);
    total.answered = Object.values(total.statuses).reduce((sum, count) => sum + count, 0);
    total.sent += kAtOnce * kMutated;
    tell(total.answered);
  }
  return total;
}
