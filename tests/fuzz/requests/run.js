// Mutated requests against the binary that TOOLKITD names, until so many were answered; the service then has to end
// without a finding of a sanitizer. script/fuzz requests builds that binary and calls this.
//   node tests/fuzz/requests/run.js [COUNT [SEED]]
import {start} from '../../contract/support/service.js';
import {attack} from './attack.js';

function progress(wanted) {
  const started = Date.now();
  let told = started;
  return (answered) => {
    const pause = process.stdout.isTTY ? 1_000 : 15_000;
    if (Date.now() - told < pause) return;
    told = Date.now();
    const line = `   ${answered} of ${wanted} answered in ${Math.round((told - started) / 1000)}s`;
    process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  };
}

async function main([count = '1000000', seed = String(Date.now() % 2 ** 31)]) {
  const service = await start();
  console.log(`   ${count} answers wanted; seed ${seed}`);
  const fault = await attack(service, Number(count), Number(seed), progress(count)).then(
    ({answered, sent, statuses}) => console.log(`\n   ${answered} answered, of ${sent} sent; by status: ${JSON.stringify(statuses)}`),
    (error) => error);
  const ran = service.runs();
  const code = await service.stop();
  if (!fault && ran && code === 0) return console.log('   the service answered to the end, and ended without a finding');
  console.error(`\n${fault?.message ?? 'every answer came'}\nthe service ${ran ? 'ran to the end' : 'had ended'} (${code}) and said:\n${service.said()}`);
  process.exitCode = 1;
}

await main(process.argv.slice(2));
