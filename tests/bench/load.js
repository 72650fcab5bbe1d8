// Load from wrk, and what it costs the server.
import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {cpuTime} from './processes.js';

const scripts = fileURLToPath(new URL('wrk', import.meta.url));
const run = promisify(execFile);

async function wrk({port, path, script, args = [], connections, threads, seconds}) {
  const options = ['-t', threads, '-c', connections, '-d', `${seconds}s`, '-s', `${scripts}/${script}.lua`];
  const command = [...options, `http://127.0.0.1:${port}${path}`, '--', ...args].map(String);
  const {stdout} = await run('wrk', command, {env: {...process.env, TOOLKITD_WRK: scripts}});
  const counted = JSON.parse(stdout.trim().split('\n').at(-1));
  if (counted.requests === 0) throw new Error(`port ${port} answered no request for ${path}`);
  if (counted.refused > 0) throw new Error(`port ${port} answered ${path} ${counted.refused} times with an error`);
  return counted;
}

// Resolves with {cpu: microseconds of the server's CPU time a request, rate: requests a second, p99: microseconds,
// broken: connections that failed}. Some load goes before, uncounted, for caches to be as they are in use.
export async function measured(server, {scenario, connections, threads, seconds}) {
  const port = server.port(scenario);
  const args = typeof scenario.args === 'function' ? await scenario.args(port) : scenario.args;
  const load = {...scenario, args, port, connections, threads};
  await wrk({...load, seconds: Math.max(1, Math.round(seconds / 4))});
  const before = cpuTime(server.pids);
  const {requests, microseconds, p99, broken} = await wrk({...load, seconds});
  const cpu = (cpuTime(server.pids) - before) / 1000 / requests;
  return {cpu, rate: requests / (microseconds / 1e6), p99, broken};
}
