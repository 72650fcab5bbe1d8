// Has accept4 of running processes fail with an error, until it ends. strace does it: no such call reaches the kernel.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {launch, until} from './process.js';

export class Injection {
  // Resolves once it is in force for every thread of the processes.
  static async begin(pids, error) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attack-strace-'));
    const log = path.join(folder, 'log');
    const processes = pids.flatMap((pid) => ['-p', pid]);
    const what = ['-e', 'trace=accept4', '-e', `inject=accept4:error=${error}`];
    const strace = launch('strace', ['-f', '-ttt', ...what, '-o', log, ...processes].map(String));
    const attached = () => pids.every((pid) => strace.said().includes(`Process ${pid} attached`));
    await Promise.race([until(attached, 'strace is attached'), failure(strace)]);
    return new Injection(folder, log, strace);
  }

  constructor(folder, log, strace) {
    Object.assign(this, {folder, log, strace});
  }

  // The instants, in milliseconds, of the calls that have failed so far.
  failed() {
    const text = fs.readFileSync(this.log, 'utf8');
    return [...text.matchAll(/^\d+\s+(\d+\.\d+) .*\(INJECTED\)$/gm)].map(([, instant]) => Number(instant) * 1000);
  }

  async end() {
    await this.strace.stop('SIGINT');
    fs.rmSync(this.folder, {recursive: true, force: true});
  }
}

const failure = (strace) => strace.ended.then((code) => Promise.reject(new Error(`strace ended with ${code}: ${strace.said()}`)));
