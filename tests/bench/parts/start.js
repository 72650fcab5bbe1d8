// From nothing to the first answer, and what the process holds in memory when all is loaded.
import {fetched} from '../ask.js';
import {paths, untilBrotli} from '../answers.js';
import {absolute} from '../figures.js';
import {settledMemory} from '../processes.js';
import {startToolkitd} from '../servers.js';

// Milliseconds from before the process is made until each first answer, and bytes of memory afterwards.
export async function started(options, target = paths['whole toolkit']) {
  const began = performance.now();
  const since = () => performance.now() - began;
  const server = await startToolkitd(options);
  try {
    const port = server.port();
    const {status} = await fetched(port, '/livez');
    const live = since();
    const content = await fetched(port, target);
    const first = since();
    if (status !== 200 || content.status !== 200) throw new Error(`the first answer is ${content.status}`);
    await untilBrotli(port, target);
    const brotli = since();
    return {live, first, brotli, ...(await settledMemory(server.pids)), use: server};
  } catch (error) {
    await server.stop();
    throw error;
  }
}

export async function start(context) {
  const results = [];
  for (let round = 0; round < Math.max(5, context.rounds); ++round) {
    context.say(`start ${round + 1}`);
    const {use, ...result} = await started(context);
    await use.stop();
    results.push(result);
  }
  const list = (key, scale = 1) => results.map((each) => each[key] * scale);
  const megabytes = 1 / (1024 * 1024);
  return {
    figures: [
      absolute({name: 'start to the first answer (/livez)', unit: 'ms', ours: list('live'), atLeast: 100, aim: 30}),
      absolute({name: 'start to the first toolkit', unit: 'ms', ours: list('first'), atLeast: 100, aim: 30}),
      absolute({name: 'start to the first toolkit in brotli', unit: 'ms', ours: list('brotli')}),
      absolute({name: 'resident memory with the real toolkit', unit: 'MiB', ours: list('resident', megabytes), atLeast: 20, aim: 12}),
      absolute({name: 'the same without what is shared (PSS)', unit: 'MiB', ours: list('proportional', megabytes)}),
    ],
  };
}
