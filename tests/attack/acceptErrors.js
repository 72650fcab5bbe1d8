// Has every accept of a running server fail for a while, by strace, with each error that accept(2) knows.
import {startHealthy} from './healthy.js';
import {Injection} from './injection.js';
import {pause, processorTime} from './process.js';
import {toolkit} from './servers.js';

export const errors = ['ECONNABORTED', 'EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS', 'EPROTO', 'EPERM'];
const kWindow = 1000; // milliseconds

// What a server does while accept fails for a second in which clients come, and whether it goes on afterwards.
export async function failing(error, start) {
  const server = await start({loops: 1});
  try {
    const pids = server.pids();
    const injection = await Injection.begin(pids, error);
    const used = processorTime(pids);
    const during = startHealthy(server, toolkit);
    await pause(kWindow);
    const calls = injection.failed().length;
    const processor = processorTime(pids) - used;
    await injection.end();
    await during.end();
    return {calls, processor, after: await afterwards(server)};
  } finally {
    await server.stop();
  }
}

async function afterwards(server) {
  const client = startHealthy(server, toolkit);
  await pause(300);
  return client.end();
}
