// What is served over https, by a real nginx: compared where its certificate can be trusted, and never asked where not.
import assert from 'node:assert/strict';
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import {after, before, describe, test} from 'node:test';
import {emptyFolder} from '../../contract/support/editing.js';
import {binary, run, start} from '../../contract/support/service.js';
import {freePort} from '../../integration/support/child.js';
import {startNginx} from '../../integration/support/nginx.js';
import {authority, certificate} from './authority.js';
import {verifying} from './mirror.js';

const modulePath = path.join(path.dirname(binary), 'toolkitd-fetch.so');
const trusting = {SSL_CERT_FILE: authority};

const verify = (address, {env = trusting, program} = {}) => verifying(address, {env, program});

async function cannot(address, words, how) {
  const {code, out, err} = await verify(address, how);
  assert.deepEqual([code, out], [2, ''], address);
  assert.match(err, /^toolkitd: [^\n]*\n$/);
  assert.match(err, words);
}

describe('over https', () => {
  const right = certificate('DNS:localhost,IP:127.0.0.1');
  const kinds = {
    other: certificate('DNS:other.example,IP:127.0.0.2'),
    zero: certificate('DNS:zero.example,IP:0.0.0.0'),
    common: certificate('', {subject: '/CN=localhost'}),
    expired: certificate('DNS:localhost', {from: '2020-01-01 00:00:00'}),
    early: certificate('DNS:localhost', {from: '2034-01-01 00:00:00'}),
    old: `${right} ssl_protocols TLSv1.1; ssl_ciphers ALL:@SECLEVEL=0;`,
  };
  const ports = {};
  let service;
  let nginx;

  before(async () => {
    service = await start({args: ['--embeds', 'false', '--core-dumps', 'true']});
    for (const name of [...Object.keys(kinds), 'tls']) ports[name] = await freePort();
    const behind = `proxy_http_version 1.1; proxy_set_header Connection ""; proxy_redirect off; proxy_set_header Host $http_host;
      location / { proxy_pass http://127.0.0.1:${service.port}; }
      location /kept/here/ { proxy_pass http://127.0.0.1:${service.port}/; }`;
    const listening = (name, lines) => `server { listen 127.0.0.1:${ports[name]} ssl; ${lines} }`;
    nginx = await startNginx({
      http: [...Object.entries(kinds).map(([name, lines]) => listening(name, `${lines} ${behind}`)),
        listening('tls', `server_name other.example; ${kinds.other} return 404;`),
        listening('tls', `server_name localhost 127.0.0.1; ${right} ${behind}`)].join('\n'),
      server: () => `return 301 https://localhost:${ports.tls}$request_uri;`,
    });
  });
  after(() => Promise.all([nginx.stop(), service.stop()]));

  const at = (name, host = 'localhost') => `https://${host}:${ports[name]}`;

  test('a service says what the content says, under a prefix as well; nginx knows by the name in the handshake which it is', async () => {
    for (const address of [at('tls'), `${at('tls')}/kept/here/`]) {
      const {code, out, err} = await verify(address);
      assert.deepEqual([code, err], [0, ''], out);
      assert.match(out, /answers of every edition, no difference/);
    }
  });

  test('an IP address is what a certificate may be for', async () => {
    const {code, out} = await verify(at('tls', '127.0.0.1'));
    assert.equal(code, 0, out);
  });

  test('a certificate for another name is refused, one that only has a common name, and one for the address of all zeros', async () => {
    await cannot(at('other'), /is for another name than localhost/);
    await cannot(at('common'), /is for another name than localhost/);
    await cannot(at('other', '127.0.0.1'), /is for another name than 127\.0\.0\.1/);
    await cannot(at('zero', '127.0.0.1'), /is for another name than 127\.0\.0\.1/);
  });

  test('a certificate of an authority that nobody knows is refused, and the sentence names SSL_CERT_FILE', () =>
    cannot(at('tls'), /is not trusted \(.*issuer certificate\).*ca-certificates.*SSL_CERT_FILE/, {env: {}}));

  test('a certificate is refused after its time, and before', async () => {
    await cannot(at('expired'), /has expired, by this machine's clock/);
    await cannot(at('early'), /is not valid yet, by this machine's clock/);
  });

  test('where there is no TLS, the sentence says so', async () => {
    await cannot(`https://localhost:${service.port}`, /there is no TLS there/);
    await cannot(`https://localhost:${nginx.port}`, /there is no TLS there/);
  });

  test('what is older than TLS 1.2 is not spoken', () => cannot(at('old'), /no connection with TLS 1\.2 or later: .*(protocol|version)/));

  test('where somebody hangs up, there is a sentence as well', async () => {
    const server = net.createServer((socket) => socket.destroy());
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    await cannot(`https://127.0.0.1:${server.address().port}`, /no connection with TLS/);
    server.close();
  });

  test('a redirect is not followed, and the sentence says where it leads', () =>
    cannot(`http://localhost:${nginx.port}`, new RegExp(`redirect to https://localhost:${ports.tls}/v1.*not followed`)));

  test('the client is found where a program is installed, missed where it is not, and refused where it is of another build', async () => {
    const folder = emptyFolder();
    const [bin, lib] = [path.join(folder, 'bin'), path.join(folder, 'lib/toolkitd')];
    mkdirSync(bin);
    mkdirSync(lib, {recursive: true});
    const program = path.join(bin, 'toolkitd');
    copyFileSync(binary, program);
    await cannot(at('tls'), /lib\/toolkitd\/toolkitd-fetch\.so, cannot be loaded/, {program});
    copyFileSync(modulePath, path.join(lib, 'toolkitd-fetch.so'));
    assert.equal((await verify(at('tls'), {program, env: trusting})).code, 0);
    const bytes = readFileSync(modulePath);
    const build = bytes.indexOf((await run('--version')).trim().replace('toolkitd ', ''));
    assert.notEqual(build, -1);
    bytes.write('9', build);
    writeFileSync(path.join(lib, 'toolkitd-fetch.so'), bytes);
    await cannot(at('tls'), /is of another build, 9\..*install the two together/, {program});
  });

  test('the process that serves has none of it', () => {
    const maps = readFileSync(`/proc/${service.pid}/maps`, 'utf8');
    assert.ok(!maps.includes('toolkitd-fetch'));
    // Debian 13's own httplib brings OpenSSL with it.
    assert.ok(maps.includes('libcpp-httplib') || !/libssl|libcrypto/.test(maps));
  });
});
