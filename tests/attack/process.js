// Processes that the attacks start: each is ended, by its own id, when whoever started it ends.
import {spawn} from 'node:child_process';
import fs from 'node:fs';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

// A child, and what it has said on both of its outputs so far: {child, said(), stop(signal)}.
export function launch(command, args, options = {}) {
  const child = spawn(command, args, {stdio: ['pipe', 'pipe', 'pipe'], ...options});
  running.add(child);
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
  child.stdin?.on('error', () => {}); // it has ended
  const ended = new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${command}: ${error.message}`)));
    child.once('close', (code) => resolve(code));
  }).finally(() => running.delete(child));
  ended.catch(() => {});
  const stop = (signal = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return {child, ended, said: () => Buffer.concat(chunks).toString(), stop};
}

// Waits until something holds, as seen again and again; rejects with `what` where it takes too long.
export async function until(holds, what, milliseconds = 10_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await holds();
    if (value) return value;
    if (Date.now() > end) throw new Error(`in ${milliseconds} ms not: ${what}`);
    await pause(10);
  }
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// The only child of a process, such as of strace.
export const childOf = (pid) => Number(fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'));

// The process and its children, as nginx has workers.
export function family(pid) {
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...children.split(' ').filter(Boolean).map(Number)];
}

// Resident memory of all of them in kilobytes.
export function resident(pids) {
  const of = (pid) => Number(/^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  return pids.reduce((sum, pid) => sum + of(pid), 0);
}

// How many descriptors all of them have open.
export const descriptors = (pids) => pids.reduce((sum, pid) => sum + fs.readdirSync(`/proc/${pid}/fd`).length, 0);

// Time on a processor that all of them have used, in milliseconds.
export function processorTime(pids) {
  const ticks = (pid) => {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return Number(fields[11]) + Number(fields[12]);
  };
  return pids.reduce((sum, pid) => sum + ticks(pid) * 10, 0);
}
