// One attack on one server, freshly started: what a healthy client notices of it, and what it costs the server.
import {startHealthy} from './healthy.js';
import {descriptors, pause, resident} from './process.js';
import {toolkit} from './servers.js';

const kMostSeconds = 10;
const kRepeated = 3; // seconds
const kWarmUp = 500; // milliseconds, in which the server takes what memory it needs for ordinary work
const kHealthy = 3; // descriptors that the healthy client may have it open
const kStep = 50; // milliseconds between two looks at the server
const kSettles = 3000; // milliseconds in which a server may free what an attack has left behind
const kGivesBack = 1500; // the same, after that, for what its allocator keeps for a while

export async function measure(attack, start) {
  const server = await start(attack);
  try {
    await whileHealthy(server, () => pause(kWarmUp));
    const pids = server.pids();
    const before = {memory: resident(pids), open: descriptors(pids)};
    const {seen, healthy} = await whileHealthy(server, () => attacked(attack, server, pids, before.open + kHealthy));
    await settled(pids, before.open);
    const kept = (await least(() => resident(pids))) - before.memory;
    return {...seen, repeats: attack.repeats, healthy, kept, peak: seen.peak - before.memory};
  } finally {
    await server.stop();
  }
}

async function whileHealthy(server, work) {
  const client = startHealthy(server, toolkit);
  const seen = await work();
  return {seen, healthy: await client.end()};
}

// `gone`: after how many seconds the server had let go of all of the attacker's connections; undefined where it had not.
async function attacked(attack, server, pids, usual) {
  const begun = Date.now();
  const passed = () => (Date.now() - begun) / 1000;
  const attackers = attack.begin(server);
  const seen = {peak: 0, gone: undefined, most: 0};
  while (passed() < kMostSeconds && seen.gone === undefined) {
    await pause(kStep);
    seen.peak = Math.max(seen.peak, resident(pids));
    const open = descriptors(pids);
    seen.most = Math.max(seen.most, open - usual);
    const tried = attackers.allEnded || (seen.most > 0 && attackers.allTried !== false);
    const over = tried && open <= usual;
    if (!over) continue;
    if (attack.repeats && passed() < kRepeated) attackers.again();
    else seen.gone = passed();
  }
  seen.answers = String(attackers);
  await attackers.leave();
  return seen;
}

async function settled(pids, usual) {
  for (const begun = Date.now(); Date.now() - begun < kSettles && descriptors(pids) > usual;) await pause(kStep);
}

async function least(figure) {
  let lowest = figure();
  for (const begun = Date.now(); Date.now() - begun < kGivesBack;) {
    await pause(kStep);
    lowest = Math.min(lowest, figure());
  }
  return lowest;
}
