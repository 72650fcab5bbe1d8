// Programs that the tests start, and end by their ids.
import {spawn} from 'node:child_process';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

// Resolves once the program has said what `until` matches; rejects with all that it said if it ends before.
export function launched(command, args, {env = process.env, until}) {
  const child = spawn(command, args, {env, stdio: ['ignore', 'pipe', 'pipe']});
  running.add(child);
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      const match = until.exec(said);
      if (match) resolve({child, match});
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', (error) => reject(new Error(`${command}: ${error.message}`)));
    child.once('exit', (code) => {
      running.delete(child);
      reject(new Error(`${command} ended with ${code}: ${said}`));
    });
  });
}

// Asks it to end, and waits until it has; by force after ten seconds.
export async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await end;
  clearTimeout(force);
}
