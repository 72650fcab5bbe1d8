// The sample of docs/embedding.md that includes a fragment in a page, in Debian's nginx: what its readers see, and what the service learns of
// them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {after, before, test} from 'node:test';
import zlib from 'node:zlib';
import {emptyFolder} from '../../contract/support/editing.js';
import {root, start} from '../../contract/support/service.js';
import {startNginx} from '../../integration/support/nginx.js';

const page = fs.readFileSync(path.join(root, 'docs/embedding.md'), 'utf8');
const [, sample] = /^```nginx\n(.*?internal;.*?)^```/ms.exec(page);
const kOfReader = ['Cookie', 'User-Agent', 'Referer', 'X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'Via', 'DNT', 'Sec-CH-UA', 'Origin',
  'Authorization', 'Accept-Language', 'X-Whatever'];

let service;
let nginx;
let door;
const heads = [];

before(async () => {
  service = await start();
  door = http.createServer((request, response) => {
    heads.push(request.headers);
    http.get({host: service.host, port: service.port, path: request.url, headers: request.headers}, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => door.once('listening', resolve));
  nginx = await startNginx({
    http: `proxy_cache_path ${emptyFolder()}/cache keys_zone=toolkit:1m;`,
    server: (folder) => {
      fs.mkdirSync(path.join(folder, 'pages/toolkit'), {recursive: true});
      fs.writeFileSync(path.join(folder, 'pages/toolkit/index.html'), '<h1>Ours</h1><!--#include virtual="/fragment" -->');
      return `root ${folder}/pages; default_type text/html; gzip on; ${sample.replaceAll('https://service', `http://127.0.0.1:${door.address().port}`)}`;
    },
  });
});

after(async () => {
  await nginx?.stop();
  await service?.stop();
  door?.close();
});

const ask = (headers) => new Promise((resolve, reject) => {
  http.get({host: '127.0.0.1', port: nginx.port, path: '/toolkit/index.html', headers, agent: false}, async (answer) => {
    const chunks = [];
    for await (const chunk of answer) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    resolve((answer.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(bytes) : bytes).toString());
  }).on('error', reject);
});

// The first to ask, so that the service is asked.
test('nothing of a reader gets to the service', async () => {
  const told = Object.fromEntries(kOfReader.map((field) => [field, 'mark']));
  const text = await ask({...told, 'Accept-Encoding': 'gzip, br', 'If-None-Match': '"mark"', Range: 'bytes=0-1'});
  assert.match(text, /ct-redirect/);
  assert.equal(heads.length, 1);
  assert.doesNotMatch(JSON.stringify(heads), /mark/);
  for (const name of [...kOfReader, 'Accept-Encoding', 'Range']) assert.equal(heads[0][name.toLowerCase()], undefined, name);
});

test('the fragment stands in the page, also for a reader whose browser takes compressed pages', async () => {
  for (const coding of ['gzip, br', 'identity']) {
    const text = await ask({'Accept-Encoding': coding});
    assert.match(text, /^<h1>Ours<\/h1>.*class="ct-redirect"/s);
    assert.match(text, /data-valid-until/);
  }
});

test('the fragment itself is not to be had at the address that includes it', async () => {
  assert.equal((await fetch(`http://127.0.0.1:${nginx.port}/fragment`)).status, 404);
});
