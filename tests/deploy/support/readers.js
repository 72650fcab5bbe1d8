// Readers, each on one connection that it keeps: they ask one thing after the other and write every answer into a ledger.
import http from 'node:http';
import {pause, until} from '../../attack/process.js';

const kTargets = ['/v1/toolkits/lereporting', '/v1/regulation-status', '/v1/resources', '/v1/rights',
  '/v1/toolkits/lereporting?as_of=2024-08-28T03:59:59Z'];
const kMostAsked = 400_000;  // by all readers of one load
const kBetween = 4;  // ms, so that readers leave the machine to what they read from

const kLongestWait = 60_000;  // ms, on a machine that does much else

let connections = 0;

// They ask until `end`, which resolves when every reader has its last answer. `answered(times)` resolves when every one has had
// so many more.
export function startReaders(edge, ledger, {count = 8, most = kMostAsked, between = kBetween} = {}) {
  const load = {asked: 0, most, between, ends: false, answers: Array(count).fill(0)};
  const readers = load.answers.map((_, i) => read(openReader(edge, ledger), load, i));
  return {
    answered: (times) => {
      const before = [...load.answers];
      return until(() => load.answers.every((each, i) => each >= before[i] + times), 'every reader is answered', kLongestWait);
    },
    end: () => {
      load.ends = true;
      return Promise.all(readers);
    },
  };
}

async function read(reader, load, number) {
  for (let i = number; !load.ends && load.asked < load.most; ++i) {
    ++load.asked;
    await reader.ask(kTargets[i % kTargets.length]);
    ++load.answers[number];
    await pause(load.between);
  }
  reader.close();
}

// One that asks when it is told to, on one connection for as long as that is kept.
export function openReader({port}, ledger) {
  const agent = new http.Agent({keepAlive: true, maxSockets: 1});
  return {ask: (path = kTargets[0]) => ask(port, agent, path, ledger), close: () => agent.destroy()};
}

// A request that gets no byte on a connection used before is asked again on a new one, as browsers and curl do.
async function ask(port, agent, path, ledger) {
  const sent = Date.now();
  try {
    ledger.enter({target: path, sent, ...await once(port, agent, path)});
  } catch (error) {
    if (!error.unanswered) return ledger.fail(path, error);
    ledger.askedAgain();
    await ask(port, agent, path, ledger);
  }
}

function once(port, agent, path) {
  return new Promise((resolve, reject) => {
    const request = http.get({host: '127.0.0.1', port, path, agent}, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({
        connection: request.socket.reader,
        received: Date.now(),
        status: response.statusCode,
        tag: response.headers.etag,
        body: Buffer.concat(chunks),
      }));
    });
    request.on('socket', (socket) => (socket.reader ??= ++connections));
    request.on('error', (error) => reject(Object.assign(error, {unanswered: request.reusedSocket && !request.res})));
  });
}
