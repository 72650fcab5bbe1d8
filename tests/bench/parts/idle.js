// What connections cost that are open and say nothing: memory, and the time that others wait.
import {setTimeout} from 'node:timers/promises';
import {ask} from '../ask.js';
import {median, ratio} from '../figures.js';
import {measured} from '../load.js';
import {memory, mostFiles} from '../processes.js';
import {plain} from '../scenarios.js';
import {nginx, ours} from '../servers.js';

const kAtOnce = 100;
const kSettle = 2000; // ms; this process tidies up after so many connections, on the cores that are measured
const kTurns = 4; // in each round; their median, for a p99 is what any disturbance shows in
const [scenario] = plain;

// As many as the limit of descriptors allows: a file for each, and some for everything else.
export const idleCount = (wanted) => Math.min(wanted ?? Infinity, mostFiles() >= 10_500 ? 10_000 : 5_000);

// Each has had one answer, as a reader's has.
async function openIdle(port, count) {
  const sockets = [];
  while (sockets.length < count) {
    const some = Array.from({length: Math.min(kAtOnce, count - sockets.length)}, () => ask(port, scenario.path));
    for (const {socket} of await Promise.all(some)) sockets.push(socket);
  }
  return sockets;
}

// Few connections and one thread of wrk: what is to be seen is how long an answer takes, not how long a queue is.
const lightly = (context) => ({...context, scenario, connections: 8, threads: 1, seconds: Math.max(1, context.seconds / kTurns)});

// Both in turn, and who is first by turns.
async function p99s(crowded, empty, context) {
  const figures = new Map([[crowded, []], [empty, []]]);
  for (let turn = 0; turn < kTurns; ++turn) {
    for (const server of turn % 2 ? [empty, crowded] : [crowded, empty]) {
      figures.get(server).push((await measured(server, lightly(context))).p99);
    }
  }
  return {beside: median(figures.get(crowded)), without: median(figures.get(empty))};
}

// The same program twice: one has the idle connections, the other none.
async function measuredWith(crowded, empty, context) {
  await measured(crowded, lightly(context));
  const before = memory(crowded.pids).resident;
  const sockets = await openIdle(crowded.port(scenario), context.idle);
  const bytes = (memory(crowded.pids).resident - before) / context.idle;
  await setTimeout(kSettle);
  const times = await p99s(crowded, empty, context);
  const open = sockets.filter((socket) => !socket.destroyed && !socket.readableEnded).length;
  if (open < context.idle) throw new Error(`${crowded.name} has closed ${context.idle - open} idle connections`);
  sockets.forEach((socket) => socket.destroy());
  return {...times, bytes};
}

function figuresOf(ours, nginx, count) {
  const list = (results, key) => results.map((each) => each[key]);
  const of = (results) => ({ours: list(results, 'beside'), theirs: list(results, 'without'), unit: 'µs'});
  const idle = `${count.toLocaleString('en-US')} idle connections, one loop`;
  return [
    ratio({...of(ours), name: `p99 with ${idle}`, beside: 'without', atLeast: 1.2, aim: 1.05}),
    ratio({...of(nginx), name: 'the same of nginx', beside: 'without'}),
    ratio({name: `memory an idle connection, of ${count.toLocaleString('en-US')}`, unit: 'bytes', ours: list(ours, 'bytes'),
      theirs: list(nginx, 'bytes'), atLeast: 1, aim: 0.5}),
  ];
}

// One thread for each server: with more, which of them a connection falls to is most of what a p99 shows.
export async function idle(whole) {
  const context = {...whole, threads: 1};
  const results = {toolkitd: [], nginx: []};
  const connections = context.idle + 1000;
  for (let round = 0; round < context.rounds; ++round) {
    for (const start of round % 2 ? [nginx, ours] : [ours, nginx]) {
      const [crowded, empty] = [await start({...context, connections}), await start({...context, connections})];
      context.say(`round ${round + 1} of ${context.rounds}: ${context.idle} idle connections, ${crowded.name}`);
      try {
        results[crowded.name].push(await measuredWith(crowded, empty, context));
      } finally {
        await crowded.stop();
        await empty.stop();
      }
    }
  }
  return {figures: figuresOf(results.toolkitd, results.nginx, context.idle)};
}
