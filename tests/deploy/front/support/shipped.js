// A file of deploy/ as it is shipped, but for what a test cannot have: its ports, its addresses, its folders.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {root} from '../../../contract/support/service.js';

// `instead`: pairs of what stands there, which must, and what stands there in the test.
export function shipped(file, instead) {
  let text = readFileSync(path.join(root, 'deploy', file), 'utf8');
  for (const [there, here] of instead) {
    if (!text.includes(there)) throw new Error(`deploy/${file} does not hold: ${there}`);
    text = text.replaceAll(there, here);
  }
  return text;
}
