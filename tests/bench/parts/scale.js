// How load and requests grow with the content: from ten toolkits to ten thousand.
import path from 'node:path';
import {root} from '../../contract/support/service.js';
import {median, shown, table} from '../figures.js';
import {generate} from '../generate.js';
import {measured} from '../load.js';
import {started} from './start.js';

const kSizes = [10, 100, 1000, 10_000];

const scenarios = (toolkits) => [
  {path: '/v1/regulation-status', script: 'plain'},
  {path: '/v1/toolkits/toolkit-7', script: 'plain'},
  {path: '/v1/toolkits/toolkit-NUMBER', script: 'turn', args: [toolkits]},
];

// As the service says when it starts.
const representationsOf = (server) => Number(/(\d+) representations/.exec(server.said())[1]);

async function costs(server, toolkits, context) {
  const all = [];
  for (const scenario of scenarios(toolkits)) {
    const rounds = [];
    for (let round = 0; round < context.rounds; ++round) rounds.push((await measured(server, {...context, scenario})).cpu);
    all.push(median(rounds));
  }
  return all;
}

async function atSize(toolkits, context) {
  const contentDir = path.join(root, 'build/bench/content', String(toolkits));
  context.say(`writing ${toolkits} toolkits`);
  generate(contentDir, toolkits);
  context.say(`loading ${toolkits} toolkits`);
  const options = {...context, contentDir, args: ['--primary-regulation', 'rule-1', '--embeds', 'false']};
  const {use, ...load} = await started(options, '/v1/toolkits/toolkit-7');
  try {
    context.say(`asking ${toolkits} toolkits`);
    return {toolkits, ...load, representations: representationsOf(use), costs: await costs(use, toolkits, context)};
  } finally {
    await use.stop();
  }
}

const kilobytesEach = (size, smallest) =>
  (size.resident - smallest.resident) / (size.representations - smallest.representations) / 1024;

function row(size, smallest) {
  const seconds = (milliseconds) => shown(milliseconds / 1000);
  return [size.toolkits.toLocaleString('en-US'), size.representations.toLocaleString('en-US'), seconds(size.first),
    seconds(size.brotli), shown((size.brotli / size.toolkits)), shown(size.resident / 1024 ** 2),
    size === smallest ? '' : shown(kilobytesEach(size, smallest)), ...size.costs.map(shown)];
}

export async function scale(context) {
  const sizes = [];
  for (const toolkits of kSizes.slice(0, context.quick ? 3 : undefined)) sizes.push(await atSize(toolkits, context));
  const head = ['toolkits', 'representations', 'first answer, s', 'all with brotli, s', 'ms a toolkit', 'memory, MiB',
    'KiB a representation more', 'CPU a request, µs: status flag', 'one toolkit', 'all toolkits in turn'];
  return {title: 'As the content grows', more: table(head, sizes.map((size) => row(size, sizes[0])))};
}
