// The costs and rates of single requests, beside nginx and beside other servers.
import {inRounds} from '../rounds.js';
import {median, ratio, shown, table} from '../figures.js';
import {nginx, others, ours} from '../servers.js';
import * as scenarios from '../scenarios.js';

const us = 'toolkitd';

function cpuRatio(result, {name}, targets) {
  const of = (server) => result(server, name, 'cpu');
  return ratio({name: `CPU a request: ${name}`, unit: 'µs', ours: of(us), theirs: of('nginx'), ...targets});
}

function rateRatio(result, {name}, targets) {
  const of = (server) => result(server, name, 'rate');
  return ratio({name: `requests a second: ${name}`, unit: '/s', ours: of(us), theirs: of('nginx'), more: true, ...targets});
}

function loopRatio(result, {name}) {
  const of = (server) => result(server, name, 'cpu');
  const figure = {name: `CPU a request: ${name}`, unit: 'µs', ours: of(us), theirs: of('bare epoll loop')};
  return ratio({...figure, beside: 'bare loop', atLeast: 1.6, aim: 1.3});
}

function serverTable(result, names) {
  const cell = (server, {name}, figure) => shown(median(result(server, name, figure)));
  const figures = ['cpu', 'rate', 'p99'];
  const rows = names.map((server) =>
    [server, ...scenarios.plain.flatMap((scenario) => figures.map((figure) => cell(server, scenario, figure)))]);
  const head = scenarios.plain.flatMap(({name}) => [`${name}: CPU, µs`, 'requests/s', 'p99, µs']);
  return table(['server', ...head], rows);
}

function brokenLines(result, names) {
  const broken = (server) => scenarios.plain.flatMap(({name}) => result(server, name, 'broken')).reduce((a, b) => a + b, 0);
  return names.filter((server) => broken(server) > 0)
    .map((server) => `\n${server}: ${broken(server)} requests or connections came to nothing or had to wait for too long.`);
}

export async function plain(context) {
  const result = await inRounds([ours, nginx, ...others], scenarios.plain, context);
  const names = [us, 'nginx', 'bare epoll loop', 'libmicrohttpd', 'cpp-httplib, thread pool', 'Fastify'];
  const figures = [
    ...scenarios.plain.map((scenario) => cpuRatio(result, scenario, {atLeast: 1, aim: 0.8})),
    ...scenarios.plain.map((scenario) => rateRatio(result, scenario, {atLeast: 1, aim: 1.25})),
    ...scenarios.plain.map((scenario) => loopRatio(result, scenario)),
  ];
  return {title: 'Beside other servers', figures, more: [serverTable(result, names), ...brokenLines(result, names)].join('\n')};
}

export async function fields(context) {
  const result = await inRounds([ours, nginx], scenarios.fields, context);
  return {figures: scenarios.fields.map((scenario) => cpuRatio(result, scenario, {atLeast: 1}))};
}

export async function codings(context) {
  const result = await inRounds([ours, nginx], scenarios.codings, context);
  return {figures: scenarios.codings.map((scenario) => cpuRatio(result, scenario, {atLeast: 1, aim: 0.8}))};
}
