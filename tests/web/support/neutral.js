// A neutral page of another origin, with TLS, that keeps what browsers send it.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import https from 'node:https';
import {tmpdir} from 'node:os';
import path from 'node:path';

// A certificate that nobody vouches for: the browsers of the tests take it.
function certificate() {
  const folder = mkdtempSync(path.join(tmpdir(), 'neutral-'));
  const [key, cert] = ['key', 'cert'].map((name) => path.join(folder, name));
  try {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost',
      '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert], {stdio: 'ignore'});
    return {key: readFileSync(key), cert: readFileSync(cert)};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

// `received`: the header fields of every request for the page.
export async function neutralSite() {
  const received = [];
  const server = https.createServer(certificate(), (request, response) => {
    if (request.url === '/') received.push(request.headers);
    response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'}).end('<!doctype html><link rel="icon" href="data:,"><title>Weather</title>Fair, 61 degrees.');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {url: `https://127.0.0.1:${server.address().port}/`, received};
}
