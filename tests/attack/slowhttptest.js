// slowhttptest (Debian's) in its four modes, and its verdict.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {descriptors, launch, pause} from './process.js';
import {flag, toolkit} from './servers.js';

const kConnections = 1000;
const kSeconds = 20;
const kLonger = 5; // seconds, in which a server may still let go
const kProbe = 3; // descriptors that the tool's own probe may have the server open

// An interval of two seconds between pieces: shorter than any server's patience for one piece.
const shared = ['-c', kConnections, '-r', 500, '-l', kSeconds, '-i', 2, '-p', 3, '-g'];

export const modes = [
  {name: 'slow heads (-H)', target: flag, args: ['-H', '-x', 24]},
  {name: 'slow bodies (-B)', target: flag, args: ['-B', '-s', 8192, '-x', 10]},
  {name: 'ranges (-R)', target: toolkit, args: ['-R', '-a', 5, '-b', 2000]},
  {name: 'slow readers (-X)', target: toolkit, args: ['-X', '-w', 1, '-y', 64, '-n', 1, '-z', 4, '-k', 10]},
];

// `available`: whether its probe was answered in each second. `most`: how many connections the server had open at once;
// `gone`: after how many seconds it had let go of them; undefined where it had not, though the tool had ended.
export async function slowhttptest({target, args}, start) {
  const server = await start();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attack-slowhttptest-'));
  try {
    const report = path.join(folder, 'report');
    const url = `http://127.0.0.1:${server.port}${target}`;
    const usual = descriptors(server.pids());
    const tool = launch('slowhttptest', [...shared, ...args, '-o', report, '-u', url].map(String));
    const watched = await watch(server.pids(), usual + kProbe, tool);
    if ((await tool.ended) !== 0) throw new Error(`slowhttptest failed: ${tool.said()}`);
    return {...watched, available: available(`${report}.csv`)};
  } finally {
    await server.stop();
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

// A server may find a little later that the tool has gone.
async function watch(pids, usual, tool) {
  const begun = Date.now();
  const passed = () => (Date.now() - begun) / 1000;
  const seen = {most: 0, gone: 0};
  for (let open = 1; tool.child.exitCode === null || (open > 0 && passed() < kSeconds + kLonger);) {
    open = descriptors(pids) - usual;
    seen.most = Math.max(seen.most, open);
    if (open > 0) seen.gone = undefined;
    else seen.gone ??= passed();
    await pause(50);
  }
  return seen;
}

// In each row of its report a thousand stands for an answer to the probe.
function available(file) {
  const [names, ...rows] = fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(','));
  const answers = rows.map((cells) => Number(cells[names.indexOf('Service Available')]) > 0);
  const without = answers.filter((answered) => !answered).length;
  return without === 0 ? 'YES' : `NO in ${without} of ${rows.length} s`;
}
