// The samples of /docs/embedding, run as a portal runs them: PHP, Node.js, a shell with curl, and nginx with server-side includes. All go by
// a clock that the test sets.
import {execFile, spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {emptyFolder} from '../../contract/support/editing.js';
import {get} from '../../contract/support/wire.js';
import {startChild} from '../../integration/support/child.js';

const driver = fileURLToPath(new URL('node_driver.mjs', import.meta.url));

const unescaped = (html) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', '\'').replaceAll('&amp;', '&');

// Every sample of the page, in its order.
export async function samplesOf(service) {
  const {text} = await get(service, '/docs/embedding');
  return [...text.matchAll(/<pre><code[^>]*>([^<]*)<\/code><\/pre>/g)].map(([, code]) => unescaped(code));
}

const kBeginnings = {php: '<?php\n// Returns', node: '// Resolves', shell: '#!/bin/sh', server: '# In http', page: '<!--# block', frame: '<iframe', element: '<script type="module" src="'};

// By their names; `service` stands where the page names its own address.
export async function samplesAt(service, address) {
  const own = `http://${service.host}:${service.port}`;
  const all = await samplesOf(service);
  return Object.fromEntries(Object.entries(kBeginnings).map(([name, beginning]) =>
    [name, all.find((each) => each.startsWith(beginning)).replaceAll(own, address ?? own)]));
}

function written(name, text) {
  const file = path.join(emptyFolder(), name);
  writeFileSync(file, text);
  return file;
}

async function run(clock, words, env = {}) {
  const [program, ...args] = clock.command(words);
  return (await promisify(execFile)(program, args, {env: {...process.env, ...env}})).stdout;
}

function page(url, headers) {
  return new Promise((resolve, reject) => {
    http.get(url, {headers, agent: false}, async (response) => resolve(Buffer.concat(await response.toArray()).toString())).once('error', reject);
  });
}

// Each gives {show, stop}: `show()` resolves with what a reader of the portal is given.
export const programs = {
  php(samples, clock) {
    const file = written('toolkit.php', samples.php);
    return {show: () => run(clock, ['php', file], {TMPDIR: path.dirname(file)}), stop: () => {}};
  },

  node(samples, clock) {
    const [program, ...args] = clock.command([process.execPath, driver, written('toolkit.mjs', samples.node)]);
    const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'inherit']});
    const lines = readline.createInterface({input: child.stdout})[Symbol.asyncIterator]();
    const show = async () => {
      child.stdin.write('\n');
      return JSON.parse((await lines.next()).value);
    };
    return {show, stop: () => child.kill()};
  },

  shell(samples, clock) {
    const file = written('toolkit.sh', samples.shell);
    return {show: () => run(clock, ['sh', file, path.join(path.dirname(file), 'copy')]), stop: () => {}};
  },

  async nginx(samples, clock) {
    const site = emptyFolder();
    writeFileSync(path.join(site, 'page.html'), `<h1>Legal aid</h1>\n${samples.page}\n<p>The end.</p>\n`);
    const forget = Object.keys(clock.environment).map((name) => `env ${name};\n`).join('');
    const nginx = await startChild('nginx', {
      config: (folder, port) => `${forget}daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
access_log off;
types { text/html html; }
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
${samples.server.replace('/var/cache/nginx', folder).replace('server {', `server {\nlisten 127.0.0.1:${port};`)
    .replace('location /legal/ {', `location /legal/ {\nalias ${site}/;`)}
}
`,
      command: (file, folder) => clock.command(['nginx', '-p', folder, '-e', `${folder}/error.log`, '-c', file]),
    });
    const show = (headers = {}) => page(`http://127.0.0.1:${nginx.port}/legal/page.html`, headers);
    return {show, stop: nginx.stop};
  },
};
