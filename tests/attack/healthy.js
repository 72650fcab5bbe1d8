// The healthy client that measures beside an attack; a program of its own, so that the attacker's work does not delay it.
import path from 'node:path';
import {binary} from '../contract/support/service.js';
import {launch} from './process.js';

const beside = (name) => path.join(path.dirname(binary), name);

// Asks until `end()`, which resolves with {answered, refused, failed, median_us, p99_us, longest_us}.
export function startHealthy({port}, target) {
  const {child, ended, said} = launch(beside('healthy_client'), [port, target].map(String));
  return {
    end: async () => {
      child.stdin.end();
      await ended;
      return JSON.parse(said());
    },
  };
}

// Readers through tiny buffers, as a crowd that the server alone can end.
export function startSlowReaders({port}, target, count, requests) {
  const {child, ended} = launch(beside('slow_readers'), [port, target, count, requests].map(String));
  return {
    leave: () => {
      child.stdin.end();
      return ended;
    },
    toString: () => 'one byte each 100 ms',
  };
}
