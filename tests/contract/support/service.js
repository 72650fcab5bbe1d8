// The real binary, started on a free port unless a test names one, for as long as the test file runs or until it is stopped.
import {spawn} from 'node:child_process';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const binary = path.resolve(root, process.env.TOOLKITD ?? 'build/release/toolkitd');
export const content = path.join(root, 'config/content');
export const settings = path.join(root, 'config/service.toml');

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export function start({args = [], port = 0, contentDir = content, config = settings, env, cwd} = {}) {
  return launch(binary, ['serve', '--port', String(port), '--content', contentDir, '--config', config, ...args], {env, cwd});
}

// Runs a command that ends in serving. Resolves with {host, port, pid, stop} once the service says where it listens; rejects
// with what it said instead.
export function launch(command, args, {env = {}, cwd = root} = {}) {
  const child = spawn(command, args, {cwd, env: {...withoutSettings(process.env), ...env}, stdio: ['ignore', 'pipe', 'pipe']});
  running.add(child);
  return new Promise((resolve, reject) => {
    let address;
    const said = collect(child, () => {
      if (address) return;
      address = /listening on http:\/\/(\S+):(\d+)/.exec(said.text());
      if (address) resolve(service(child, address[1], Number(address[2]), said));
    });
    child.once('error', (error) => reject(new Error(`${command}: ${error.message}`)));
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${said.text()}`)));
  });
}

export async function during(options, use) {
  const started = await start(options);
  try {
    return await use(started);
  } finally {
    await started.stop();
  }
}

// The clock starts at the instant and runs on from there.
export const rehearsing = (instant, use) => during({args: ['--rehearse', instant]}, use);

// What a run of the command line prints; rejects when it fails.
export function run(...args) {
  const child = spawn(binary, args, {cwd: root, env: withoutSettings(process.env), stdio: ['ignore', 'pipe', 'pipe']});
  const said = collect(child, () => {});
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said.text()) : reject(new Error(`${args}: ${said.text()}`))));
  });
}

function collect(child, onText) {
  const chunks = [];
  const said = {text: () => Buffer.concat(chunks).toString()};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      chunks.push(chunk);
      onText();
    });
  }
  return said;
}

// `said`: what it has printed so far; `runs`: whether it has not ended; `stop` resolves with its exit code.
function service(child, host, port, said) {
  // Nothing of the child keeps this process from ending; its end ends the child.
  child.unref();
  child.stdout.unref();
  child.stderr.unref();
  return {host, port, pid: child.pid, said: said.text, runs: () => !hasEnded(child), stop: () => stop(child)};
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

function stop(child) {
  running.delete(child);
  if (hasEnded(child)) return Promise.resolve(child.exitCode);
  child.ref();
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

// No setting of whoever runs the tests gets into the service.
function withoutSettings(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TOOLKITD')));
}
