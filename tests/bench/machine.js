// The machine on which figures were taken, as far as it may be told.
import {readFileSync} from 'node:fs';
import os from 'node:os';

function distribution() {
  const name = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'));
  return name ? name[1] : 'Linux';
}

export function machine() {
  const cpus = os.cpus();
  const memory = Math.round(os.totalmem() / 1024 ** 3);
  return `${cpus.length} cores, ${cpus[0].model}; ${memory} GiB of memory; Linux ${os.release()}, ${distribution()}`;
}
