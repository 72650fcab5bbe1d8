// script/attack: attacks toolkitd and nginx in turn, and prints what came of it as Markdown.
import {spawnSync} from 'node:child_process';
import os from 'node:os';
import {errors, failing} from './acceptErrors.js';
import {attacks} from './attacks.js';
import {measure} from './measure.js';
import {startNginx, startToolkitd, times} from './servers.js';
import {modes, slowhttptest} from './slowhttptest.js';
import {beside, head, heading, lines, row, seconds} from './table.js';

const servers = [startToolkitd, startNginx];

async function inTurn(work) {
  const results = [];
  for (const start of servers) results.push(await work(start));
  return results;
}

async function crowds(chosen) {
  console.log(heading());
  for (const attack of chosen) console.log(row(attack.name, await inTurn((start) => measure(attack, start))));
}

async function accepting() {
  console.log(head('accept fails with', 'calls in 1 s', 'processor time, ms', 'answered afterwards', 'else'));
  for (const error of errors) {
    const results = await inTurn((start) => failing(error, start));
    const of = (value) => beside(results.map(value));
    console.log(lines([[error, of(({calls}) => calls), of(({processor}) => processor), of(({after}) => after.answered),
      of(({after}) => after.refused + after.failed)]]));
  }
}

async function slow() {
  console.log(head('slowhttptest, 1,000 connections', 'service available', 'open at once', 'gone after, s'));
  for (const mode of modes) {
    const results = await inTurn((start) => slowhttptest(mode, start));
    const of = (value) => beside(results.map(value));
    console.log(lines([[mode.name, of(({available}) => available), of(({most}) => most), of(({gone}) => seconds(gone))]]));
  }
}

const parts = {
  crowds: () => crowds(attacks),
  accept: accepting,
  slowhttptest: slow,
};

// Names of parts, or words that the names of attacks hold; all parts where there are none.
const words = process.argv.slice(2);
const nginx = spawnSync('nginx', ['-v']).stderr.toString().trim().replace(/^.*: /, '');
const {request, idle, write} = times;
console.log(`Each cell: toolkitd / ${nginx}, on ${os.cpus().length} x ${os.cpus()[0].model}, Linux ${os.release()}. A request has ${request} ms to
arrive, an idle connection ${idle} ms, an answer ${write} ms to be taken.\n`);
for (const word of words.length > 0 ? words : Object.keys(parts)) {
  const chosen = attacks.filter(({name}) => name.includes(word));
  if (!parts[word] && chosen.length === 0) {
    throw new Error(`no attack is called ${word}: ${Object.keys(parts).join(', ')}`);
  }
  await (parts[word] ?? (() => crowds(chosen)))();
  console.log();
}
