// Parts of the service by themselves, by Google Benchmark.
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {root} from '../../contract/support/service.js';
import {table, withSpread} from '../figures.js';

export async function micro(context) {
  context.say('parts by themselves');
  const args = ['--benchmark_format=json', `--benchmark_repetitions=${context.rounds}`];
  const {stdout} = await promisify(execFile)(`${root}/build/bench/micro`, args, {maxBuffer: 1 << 24});
  const runs = JSON.parse(stdout).benchmarks.filter(({run_type}) => run_type === 'iteration');
  const rows = [...new Set(runs.map(({run_name}) => run_name))].map((name) => {
    const own = runs.filter(({run_name}) => run_name === name);
    const times = own.map(({cpu_time}) => cpu_time);
    return [name.replace(/\/(process_time|real_time)/g, ''), own[0].time_unit, withSpread(times)];
  });
  return {title: 'Parts by themselves', more: table(['part', 'unit', 'CPU time'], rows)};
}
