// Replicas behind HAProxy under load for a long time, while their content is edited each second, now and then with a fault, and they
// are restarted: prints what it came to, and ends with 1 and a sentence where something is not as it must be.
import {pause, until} from '../attack/process.js';
import {get} from '../contract/support/wire.js';
import {putEdition, putFault} from '../deploy/support/content.js';
import {rollOut, startFleet} from '../deploy/support/fleet.js';
import {Ledger} from '../deploy/support/ledger.js';
import {startReaders} from '../deploy/support/readers.js';
import {Watch} from './watch.js';

const kEditEvery = 1_000;  // ms
const kFaultEvery = 10;  // edits
const kRestartEvery = 10;  // edits
const kBetween = 10;  // ms, between what a reader asks
const kLookEvery = 200;  // ms
const kMost = 10_000_000;  // requests
const kLongest = 60_000;  // ms, for a replica to take up an edit on a machine that does much else

const seconds = Number(process.argv[2] ?? 600);
if (!(seconds >= 10 && seconds <= 3600)) throw new Error('say for how long: 10 to 3600 seconds');

// Nobody asks for an embed here, and with them two cores need longer to compress what was edited than there is between two edits.
const kArgs = ['--embeds', 'false'];

const done = {edits: 0, faults: 0, restarts: 0};
const order = [];  // revisions, as they were rolled out

const busy = new Map();  // what each replica is still about

// Begins when the replica has done what it was about; others go on with theirs. Whoever waits for it next is told of a failure.
function have(replica, work) {
  const begun = Promise.resolve(busy.get(replica)).then(work);
  begun.catch(() => {});
  busy.set(replica, begun);
}

// Each replica is edited in its turn, while others still take up their edits; one that does not keep up is waited for.
async function edit({replicas}) {
  const replica = replicas[done.edits % replicas.length];
  const number = Math.floor(done.edits / replicas.length) + 1;
  const withFault = done.edits % kFaultEvery === kFaultEvery - 1;
  await busy.get(replica);
  have(replica, () => takeUp(replica, number, withFault));
  ++done.edits;
}

async function takeUp(replica, number, withFault) {
  if (withFault) await breakAndKeep(replica);
  const revision = await rollOut(replica, (folder) => putEdition(folder, number));
  if (!order.includes(revision)) order.push(revision);
}

// Content with a fault is told of, and not served.
async function breakAndKeep(replica) {
  const before = await replica.revision();
  putFault(replica.folder);
  const load = async () => (await get(replica, '/healthz')).json.checks['content:load'][0];
  await until(async () => (await load()).status !== 'pass', `${replica.name} tells of the fault`, kLongest);
  if (await replica.revision() !== before) throw new Error(`${replica.name} has taken content with a fault`);
  ++done.faults;
}

// The first replica is never restarted, so that its memory is seen over the whole time.
function restart({replicas}) {
  const others = replicas.slice(1);
  const replica = others[done.restarts++ % others.length];
  have(replica, async () => {
    if (await replica.stop() !== 0) throw new Error(`${replica.name} did not end in order`);
    await replica.start();
  });
}

async function disturb(fleet, end) {
  for (let next = Date.now(); Date.now() < end; ) {
    await edit(fleet);
    if (done.edits % kRestartEvery === 0) restart(fleet);
    next += kEditEvery;
    await pause(Math.max(0, next - Date.now()));
  }
}

async function soak() {
  const fleet = await startFleet({args: kArgs});
  const [steady] = fleet.replicas;
  const watch = new Watch({'toolkitd-1': steady.pid(), HAProxy: fleet.edge.pid});
  const looking = setInterval(() => watch.look(), kLookEvery);
  const ledger = new Ledger();
  order.push(await steady.revision());
  const readers = startReaders(fleet.edge, ledger, {most: kMost, between: kBetween});
  try {
    await disturb(fleet, Date.now() + seconds * 1000);
    await Promise.all(busy.values());
  } finally {
    clearInterval(looking);
    await readers.end();
    await fleet.stop();
  }
  return {ledger, watch};
}

const {ledger, watch} = await soak().catch((error) => {
  console.error(`The soak broke off: ${error.message}.`);
  process.exit(1);
});
const back = ledger.wentBack(order);
console.log(`${seconds} s: ${ledger.answers} answers, ${done.edits} edits, ${done.faults} of them after one with a fault, ${done.restarts} restarts,
${ledger.changes().length} connections that lived through an edit, ${ledger.askedAgainCount} requests asked again on a new connection\n`);
console.log(watch.table());
const wrong = [
  ...ledger.failures.map((each) => `A request failed or was mixed: ${each}.`),
  ...back.slice(0, 3).map((revisions) => `A connection saw content go back: ${revisions.join(', ')}.`),
  ...watch.rises().map((each) => `${each}.`),
  ...(ledger.askedAgainCount ? [`A restart ended ${ledger.askedAgainCount} connections without an answer.`] : []),
];
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length ? 1 : 0;
