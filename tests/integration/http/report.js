// Holds every case against the servers and prints what passed, by subject:
//   node report.js                  toolkitd
//   node report.js --against nginx  toolkitd and nginx, with the same documents as files, and where the two differ
// Ends with toolkitd's counts, and with 1 where it fails a case.
import {startNginxWith, startToolkitd} from './servers.js';
import {each, hold, subjects, titleOf} from './suite.js';

const kLevels = ['must', 'should'];
const kWidth = 34;

const others = {nginx: startNginxWith};

async function startAll([option, name, ...rest]) {
  const known = option === undefined || (option === '--against' && name in others && rest.length === 0);
  if (!known) throw new Error(`what is known here: --against ${Object.keys(others).join(' or ')}`);
  const toolkitd = await startToolkitd();
  return option ? [toolkitd, await others[name](toolkitd.site)] : [toolkitd];
}

// The reason why the server fails the case; nothing where it passes.
async function failure(server, one) {
  try {
    await hold(server, one);
    return undefined;
  } catch (error) {
    return error.message.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 4).join(' ');
  }
}

async function heldAgainst(servers, cases) {
  const results = cases.map((one) => ({one, failures: []}));
  for (const [i, server] of servers.entries()) {
    await each(results, async (result) => (result.failures[i] = await failure(server, result.one)));
  }
  return results;
}

const cells = (results, servers) => servers.flatMap((server, i) => kLevels.map((level) => {
  const ofLevel = results.filter(({one}) => one.level === level);
  const failed = ofLevel.filter(({failures}) => failures[i] !== undefined).length;
  return `${ofLevel.length - failed} / ${failed}`;
}));

const row = (first, rest) => console.log([first.padEnd(kWidth), ...rest.map((cell) => cell.padStart(18))].join(''));

function list(title, results, reason) {
  if (results.length === 0) return;
  console.log(`\n${title}`);
  for (const result of results) console.log(`  ${titleOf(result.one)}\n    ${reason(result)}`);
}

async function report(servers) {
  row('passed / failed', servers.flatMap(({name}) => kLevels.map((level) => `${name} ${level.toUpperCase()}`)));
  const all = [];
  for (const [subject, cases] of Object.entries(subjects)) {
    const results = await heldAgainst(servers, cases);
    row(subject, cells(results, servers));
    all.push(...results);
  }
  row('all', cells(all, servers));
  list('What toolkitd fails:', all.filter(({failures: [own]}) => own), ({failures: [own]}) => own);
  for (const [i, {name}] of servers.entries()) {
    if (i > 0) list(`What ${name} fails and toolkitd does not:`, all.filter(({failures}) => failures[i] && !failures[0]), ({failures}) => failures[i]);
  }
  return all.filter(({failures: [own]}) => own).length;
}

const servers = await startAll(process.argv.slice(2));
const failed = await report(servers);
await Promise.all(servers.map((server) => server.stop()));
console.log(`\n${Object.values(subjects).flat().length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
