// Measures the service beside others and by itself, and prints what it found as Markdown. See docs/performance.md.
import {mkdirSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {root} from '../contract/support/service.js';
import {checkSame, takeAnswers} from './answers.js';
import {ratioTable} from './figures.js';
import {machine} from './machine.js';
import {idle, idleCount} from './parts/idle.js';
import {micro} from './parts/micro.js';
import {scale} from './parts/scale.js';
import {codings, fields, plain} from './parts/speed.js';
import {start} from './parts/start.js';
import {nginx, others, ours} from './servers.js';

const parts = {plain, fields, codings, idle, start, micro, scale};

const usage = `usage: script/bench [--quick] [--rounds N] [--seconds N] [--threads N] [--idle N] [--markdown FILE] [PART...]
parts: ${Object.keys(parts).join(', ')} (default: all)`;

function options() {
  const text = {type: 'string'};
  const {values, positionals} = parseArgs({allowPositionals: true, options: {
    quick: {type: 'boolean'}, help: {type: 'boolean', short: 'h'},
    rounds: text, seconds: text, threads: text, idle: text, markdown: text,
  }});
  const unknown = positionals.filter((name) => !parts[name]);
  if (unknown.length > 0) throw new TypeError(`no part is called ${unknown.join(', ')}`);
  return {...values, names: positionals.length > 0 ? positionals : Object.keys(parts)};
}

function number(text, otherwise) {
  const value = Number(text ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new TypeError(`${text} is no number of 1 or more`);
  return value;
}

const say = (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`);

function contextOf(given) {
  const threads = number(given.threads, os.availableParallelism?.() ?? os.cpus().length);
  return {
    rounds: number(given.rounds, given.quick ? 1 : 5),
    seconds: number(given.seconds, given.quick ? 1 : 4),
    idle: idleCount(number(given.idle, given.quick ? 1000 : 10_000)),
    quick: given.quick ?? false, threads, loops: threads, connections: 64, say,
  };
}

// What every server sends, taken from toolkitd; then each is asked whether it does.
async function answersFor(context) {
  const server = await ours(context);
  const answers = await takeAnswers(server.port(), path.join(root, 'build/bench/answers')).finally(server.stop);
  const plain = answers.filter(({kind}) => kind === 'plain');
  for (const [starter, wanted] of [[nginx, answers], ...others.map((other) => [other, plain])]) {
    const other = await starter({...context, answers});
    await checkSame(other, wanted).finally(other.stop);
  }
  return answers;
}

function markdown(context, results) {
  const figures = results.flatMap((result) => result.figures ?? []);
  const more = results.filter((result) => result.more).map(({title, more}) => `### ${title}\n\n${more}`);
  const how = `${machine()}. ${context.rounds} rounds of ${context.seconds} s; ${context.threads} threads for each server and for wrk.`;
  return [how, ...(figures.length > 0 ? [ratioTable(figures)] : []), ...more].join('\n\n') + '\n';
}

async function main() {
  const given = options();
  if (given.help) return console.log(usage);
  const context = contextOf(given);
  const isBesideOthers = given.names.some((name) => ['plain', 'fields', 'codings', 'idle'].includes(name));
  if (isBesideOthers) context.answers = await answersFor(context);
  const results = [];
  for (const name of given.names) results.push(await parts[name](context));
  if (process.stderr.isTTY) say('');
  const text = markdown(context, results);
  process.stdout.write(text);
  if (given.markdown) writeFileSync(given.markdown, text);
}

mkdirSync(path.join(root, 'build/bench'), {recursive: true});
main().catch((error) => {
  console.error(error instanceof TypeError ? `${error.message}\n${usage}` : error.message);
  process.exitCode = error instanceof TypeError ? 2 : 1;
});
