// The servers that are measured. Each is started with {answers, loops}, and resolves with {name, pids, port, stop}:
// `port(answer)` tells where it gives such an answer.
import {fileURLToPath} from 'node:url';
import {root, start} from '../contract/support/service.js';
import {paths, untilBrotli} from './answers.js';
import {freePort, launch} from './launch.js';
import {startNginx} from './nginx.js';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const built = (name) => `${root}/build/bench/${name}`;
const plain = (answers) => answers.filter(({kind}) => kind === 'plain');
const pairs = (answers) => plain(answers).map((answer) => `${answer.path}=${answer.file}`);

export async function startToolkitd({loops, args = [], contentDir}) {
  const {port, pid, said, stop} = await start({args: ['--threads', String(loops), ...args], contentDir});
  return {name: 'toolkitd', pids: [pid], port: () => port, said, stop};
}

async function ready(options) {
  const server = await startToolkitd(options);
  await untilBrotli(server.port(), paths['whole toolkit']);
  return server;
}

// It sends the same whatever it is asked for, so there is one for each answer.
async function startBareLoop({answers, loops}) {
  const started = await Promise.all(plain(answers).map(async ({path, file}) => {
    const port = await freePort();
    return {path, port, ...(await launch(built('bare_loop'), [port, loops, file], port))};
  }));
  return {
    name: 'bare epoll loop',
    pids: started.map(({pid}) => pid),
    port: ({path}) => started.find((each) => each.path === path).port,
    stop: () => Promise.all(started.map(({stop}) => stop())),
  };
}

async function startOn(name, command, args) {
  const port = await freePort();
  const {pid, stop} = await launch(command, args(port), port);
  return {name, pids: [pid], port: () => port, stop};
}

const startHttplib = ({answers}) =>
  startOn('cpp-httplib, thread pool', built('bare_httplib'), (port) => [port, ...pairs(answers)]);

const startMicrohttpd = ({answers, loops}) =>
  startOn('libmicrohttpd', built('microhttpd'), (port) => [port, loops, ...pairs(answers)]);

const startFastify = ({answers, loops}) =>
  startOn('Fastify', process.execPath, (port) => [here('fastify.js'), port, loops, ...pairs(answers)]);

export const ours = ready;
export const nginx = startNginx;
export const others = [startBareLoop, startHttplib, startMicrohttpd, startFastify];
