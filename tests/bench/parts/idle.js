// What connections cost that are open and say nothing: memory, and the time that others wait.
import {setTimeout} from 'node:timers/promises';
import {ask} from '../ask.js';
import {ratio} from '../figures.js';
import {measured} from '../load.js';
import {memory, mostFiles} from '../processes.js';
import {plain} from '../scenarios.js';
import {nginx, ours} from '../servers.js';

const kAtOnce = 100;
const kSettle = 2000; // ms; this process tidies up after so many connections, on the cores that are measured
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
const lightly = (context) => ({...context, scenario, connections: 8, threads: 1});

async function measuredWith(server, context) {
  const without = await measured(server, lightly(context));
  const before = memory(server.pids).resident;
  const sockets = await openIdle(server.port(scenario), context.idle);
  const bytes = (memory(server.pids).resident - before) / context.idle;
  await setTimeout(kSettle);
  const beside = await measured(server, lightly(context));
  const open = sockets.filter((socket) => !socket.destroyed && !socket.readableEnded).length;
  if (open < context.idle) throw new Error(`${server.name} has closed ${context.idle - open} idle connections`);
  sockets.forEach((socket) => socket.destroy());
  return {without: without.p99, beside: beside.p99, bytes};
}

function figuresOf(ours, nginx, count) {
  const list = (results, key) => results.map((each) => each[key]);
  const of = (results) => ({ours: list(results, 'beside'), theirs: list(results, 'without'), unit: 'µs'});
  const idle = `${count.toLocaleString('en-US')} idle connections`;
  return [
    ratio({...of(ours), name: `p99 with ${idle}`, beside: 'without', atLeast: 1.2, aim: 1.05}),
    ratio({...of(nginx), name: `the same of nginx`, beside: 'without'}),
    ratio({name: `memory an idle connection, of ${count.toLocaleString('en-US')}`, unit: 'bytes', ours: list(ours, 'bytes'),
      theirs: list(nginx, 'bytes'), atLeast: 1, aim: 0.5}),
  ];
}

export async function idle(context) {
  const results = {toolkitd: [], nginx: []};
  const connections = context.idle + 1000;
  for (let round = 0; round < context.rounds; ++round) {
    for (const start of round % 2 ? [nginx, ours] : [ours, nginx]) {
      const server = await start({...context, connections});
      context.say(`round ${round + 1} of ${context.rounds}: ${context.idle} idle connections, ${server.name}`);
      try {
        results[server.name].push(await measuredWith(server, context));
      } finally {
        await server.stop();
      }
    }
  }
  return {figures: figuresOf(results.toolkitd, results.nginx, context.idle)};
}
