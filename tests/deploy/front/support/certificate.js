// A certificate for 127.0.0.1, made anew for each run.
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {emptyFolder} from '../../../contract/support/editing.js';

const folder = emptyFolder();
const own = (name) => path.join(folder, name);

export const chain = own('fullchain.pem');
export const key = own('privkey.pem');
export const together = own('together.pem');

execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
  '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', chain], {stdio: 'ignore'});
writeFileSync(together, readFileSync(chain, 'utf8') + readFileSync(key, 'utf8'));

export const ca = readFileSync(chain);
