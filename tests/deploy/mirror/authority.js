// Certificates of an authority that only this run has.
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {emptyFolder} from '../../contract/support/editing.js';
import {fakeClock} from '../../integration/support/clock.js';

const folder = emptyFolder();
const own = (name) => path.join(folder, name);
const openssl = (args, env = {}) => execFileSync('openssl', args, {stdio: 'ignore', env: {...process.env, ...env}});
const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export const authority = own('authority.pem');
openssl(['req', '-x509', ...curve, '-days', '20000', '-subj', '/CN=Test authority', '-keyout', own('authority.key'), '-out', authority],
  {LD_PRELOAD: fakeClock, FAKETIME: '2015-01-01 00:00:00'});

// The lines of nginx that have the certificate for `names` (`DNS:localhost`), valid for `days` from `from`.
export function certificate(names, {from, days = 2, subject = '/O=Test'} = {}) {
  const [key, request, extensions, chain] = ['key', 'csr', 'cnf', 'pem'].map((ending) => own(`${names.replace(/\W/g, '_')}${from?.slice(0, 4) ?? ''}.${ending}`));
  writeFileSync(extensions, names ? `subjectAltName=${names}` : 'basicConstraints=CA:FALSE');
  openssl(['req', '-new', ...curve, '-subj', subject, '-keyout', key, '-out', request]);
  openssl(['x509', '-req', '-in', request, '-CA', authority, '-CAkey', own('authority.key'), '-CAcreateserial', '-days', `${days}`, '-extfile', extensions, '-out', chain],
    from ? {LD_PRELOAD: fakeClock, FAKETIME: from} : {});
  return `ssl_certificate ${chain}; ssl_certificate_key ${key};`;
}
