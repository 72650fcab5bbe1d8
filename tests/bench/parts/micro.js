// Parts of the service by themselves, by Google Benchmark.
import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {root} from '../../contract/support/service.js';
import {shown, table} from '../figures.js';

export async function micro(context) {
  context.say('parts by themselves');
  const args = ['--benchmark_format=json', `--benchmark_repetitions=${context.rounds}`, '--benchmark_report_aggregates_only=true'];
  const {stdout} = await promisify(execFile)(`${root}/build/bench/micro`, args, {maxBuffer: 1 << 24});
  const medians = JSON.parse(stdout).benchmarks.filter(({aggregate_name}) => aggregate_name === 'median');
  const rows = medians.map(({run_name, cpu_time, time_unit}) =>
    [run_name.replace(/\/(process_time|real_time)/g, ''), `${shown(cpu_time)} ${time_unit}`]);
  return {title: 'Parts by themselves', more: table(['part', 'CPU time, median'], rows)};
}
