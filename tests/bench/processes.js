// What the system says of a process and of all that it started: CPU time and memory.
import {readdirSync, readFileSync} from 'node:fs';

const read = (file) => readFileSync(`/proc/${file}`, 'utf8');

// Of a thread, which may have ended since it was listed.
function readIfThere(file) {
  try {
    return read(file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
    return '';
  }
}

const tasks = (pid) => readdirSync(`/proc/${pid}/task`);

function tree(pid) {
  const children = tasks(pid).flatMap((task) => readIfThere(`${pid}/task/${task}/children`).split(' ').filter(Boolean));
  return [pid, ...children.flatMap(tree)];
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// In nanoseconds, of all threads that still run: the scheduler's own count, which no clock tick rounds.
export function cpuTime(pids) {
  const ofTask = (pid, task) => Number(readIfThere(`${pid}/task/${task}/schedstat`).split(' ')[0]);
  return sum(pids.flatMap(tree).flatMap((pid) => tasks(pid).map((task) => ofTask(pid, task))));
}

// In bytes: `resident` counts what is shared with other processes in full, `proportional` by its share.
export function memory(pids) {
  const kilobytes = (pid, name) => Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(read(`${pid}/smaps_rollup`))[1]);
  const of = (name) => 1024 * sum(pids.flatMap(tree).map((pid) => kilobytes(pid, name)));
  return {resident: of('Rss'), proportional: of('Pss')};
}

// The same, when the process has given back what it needs no more: as soon as it stops shrinking.
export async function settledMemory(pids) {
  for (let last = memory(pids); ;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = memory(pids);
    if (now.resident >= last.resident) return now;
    last = now;
  }
}

// How many files this process, and those that it starts, may hold open.
export const mostFiles = () => Number(/^Max open files +(\d+)/m.exec(read('self/limits'))[1]);
