// What readers have sent is nowhere in the memory of the process once it is answered, nor is it to be had from a core dump.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import {test} from 'node:test';
import {launch, until} from '../../attack/process.js';
import {binary, content, root, settings} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {during, flag} from '../faults/started.js';

const kPiece = 1 << 20;

// How many bytes there are to read: none where the region has gone meanwhile.
function readAt(memory, piece, length, at) {
  try {
    return fs.readSync(memory, piece, 0, length, at);
  } catch (error) {
    if (error.code === 'EIO') return 0;
    throw error;
  }
}

// The addresses, in hexadecimal, at which the bytes are in any memory that the process can read.
function foundIn(pid, marker) {
  const regions = fs.readFileSync(`/proc/${pid}/maps`, 'utf8').matchAll(/^([0-9a-f]+)-([0-9a-f]+) r\S+ .*?(\S*)$/gm);
  const memory = fs.openSync(`/proc/${pid}/mem`, 'r');
  const piece = Buffer.alloc(kPiece + marker.length);
  const found = [];
  for (const [, begin, end, name] of regions) {
    if (/^\[v(var|syscall|dso)/.test(name)) continue;
    for (let at = parseInt(begin, 16); at < parseInt(end, 16); at += kPiece) {
      const length = Math.min(piece.length, parseInt(end, 16) - at);
      const count = readAt(memory, piece, length, at);
      for (let i = piece.indexOf(marker); i >= 0 && i < count; i = piece.indexOf(marker, i + 1)) {
        if (i + marker.length <= count) found.push(`${(at + i).toString(16)} ${name || 'anonymous'}: ${piece.subarray(Math.max(0, i - 40), i + 60).toString('latin1')}`);
      }
      piece.fill(0);
    }
  }
  fs.closeSync(memory);
  return found;
}

const marker = () => `m${crypto.randomBytes(8).toString('hex')}`;

function fields(mark) {
  return `Host: ${mark}.example\r\nUser-Agent: ${mark}\r\nReferer: https://${mark}.example/${mark}?q=${mark}\r\nCookie: a=${mark}\r\n` +
    `X-Forwarded-For: ${mark}\r\nForwarded: for=${mark}\r\nAuthorization: Basic ${mark}\r\nAccept-Language: x-${mark.slice(0, 8)}\r\n` +
    `If-None-Match: "${mark}"\r\nOrigin: https://${mark}.example\r\nX-Other: ${mark}\r\n`;
}

// What is sent, by what it is; each is answered with a status, and its connection kept or closed as the server likes.
function requests(mark) {
  const rest = ` HTTP/1.1\r\n${fields(mark)}`;
  return {
    'a request': `GET ${flag}?utm_source=${mark}&as_of=2024-08-28${rest}\r\n`,
    'a long query': `GET ${flag}?${`a=${mark}&`.repeat(150)}${rest}\r\n`,
    'a value that is none': `GET ${flag}?as_of=${mark}${rest}\r\n`,
    'an escaped value': `GET /v1/resources?audience=%6d${mark.slice(1)}+x${rest}\r\n`,
    'a redirect': `GET /v1/toolkits/?a=${mark}${rest}\r\n`,
    'oEmbed': `GET /oembed?url=https://${mark}.example/embed/lereporting?x=${mark}&maxwidth=${mark}${rest}\r\n`,
    'what is not found': `GET /v1/toolkits/none?a=${mark}${rest}\r\n`,
    'an embed': `GET /embed/lereporting?theme=${mark}${rest}\r\n`,
    'another method': `DELETE ${flag}?a=${mark}${rest}\r\n`,
    'an unknown method': `M${mark.toUpperCase()} ${flag}?a=${mark}${rest}\r\n`,
    'a preflight': `OPTIONS ${flag}?a=${mark}${rest}Access-Control-Request-Method: GET\r\nAccess-Control-Request-Headers: x-${mark}\r\n\r\n`,
    'content': `POST ${flag}?a=${mark}${rest}Content-Length: 400\r\n\r\n${mark.padEnd(400, mark)}`,
    'chunks': `POST ${flag}${rest}Transfer-Encoding: chunked\r\n\r\n${mark.length.toString(16)}\r\n${mark}\r\n0\r\nX-Trailer: ${mark}\r\n\r\n`,
    'a head with a fault': `GET ${flag}?a=${mark} HTTP/1.1\r\n${fields(mark)}${mark} : \r\n\r\n`,
    'no HTTP at all': `${mark} ${mark} ${mark}\r\n\r\n`,
    'a head that is too large': `GET ${flag}${rest}X-Large: ${mark.repeat(1200)}\r\n\r\n`,
    'the metrics': `GET /metrics?a=${mark}${rest}\r\n`,
    'a trace': `GET ${flag}?a=${mark}${rest}traceparent: 00-${mark}\r\n\r\n`,
    'many at once': `GET ${flag}?a=${mark}${rest}\r\n`.repeat(40),
    'one that asks for no more': `GET ${flag}?a=${mark}${rest}Connection: close\r\n\r\n`,
  };
}


// Sends it in so many pieces, and resolves with the connection once something was answered.
function ask(service, bytes, pieces) {
  const size = Math.ceil(bytes.length / pieces);
  return new Promise((resolve, reject) => {
    const socket = net.connect({port: service.port, host: service.host, noDelay: true}).on('error', reject);
    socket.once('data', (data) => {
      assert.match(data.toString('latin1'), /^HTTP\/1\.1 \d{3} /);
      socket.off('error', reject).on('error', () => {});
      resolve(socket);
    });
    (async () => {
      for (let at = 0; at < bytes.length; at += size) {
        socket.write(bytes.slice(at, at + size));
        await new Promise(setImmediate);
      }
    })();
  });
}

// An answer may come before the turn of its loop has ended that wipes what it has left.
async function expectNothing(service, mark, when) {
  const nothing = () => foundIn(service.pid, mark.slice(1)).length === 0;
  await until(nothing, when, 2000).catch(() => assert.deepEqual(foundIn(service.pid, mark.slice(1)), [], when));
}

for (const what of Object.keys(requests('m'))) {
  test(`${what} leaves nothing in memory`, () =>
    during({args: ['--threads', '2', '--access-log', 'true']}, async (service) => {
      for (const pieces of [1, 7]) {
        const mark = marker();
        const socket = await ask(service, requests(mark)[what], pieces);
        await expectNothing(service, mark, `in ${pieces} pieces, while the connection is open`);
        socket.destroy();
        await expectNothing(service, mark, `in ${pieces} pieces, afterwards`);
      }
    }));
}

test('half a request leaves nothing in memory once its client has gone', () =>
  during({args: ['--threads', '1']}, async (service) => {
    const mark = marker();
    const half = requests(mark)['a request'].slice(0, -4);
    const socket = net.connect(service.port, service.host);
    socket.write(half);
    await until(() => foundIn(service.pid, mark).length > 0, 'it is there, for it is waited for: this test can see it');
    socket.destroy();
    await until(() => foundIn(service.pid, mark.slice(1)).length === 0, 'it is gone');
  }));

test('who is told that there is no room leaves nothing in memory', () =>
  during({args: ['--threads', '1'], shell: 'ulimit -n 40;'}, async (service) => {
    const crowd = Array.from({length: 60}, () => net.connect(service.port, service.host).on('error', () => {}));
    crowd.forEach((socket) => socket.write('GET / HT'));
    const mark = marker();
    await until(async () => /^HTTP\/1\.1 503 /.test(await told(service, requests(mark)['a request'])), 'one is told');
    crowd.forEach((socket) => socket.destroy());
    await until(() => get(service, '/livez').then(({status}) => status === 200, () => false), 'it serves on');
    await expectNothing(service, mark, 'afterwards');
  }));

function told(service, bytes) {
  return new Promise((resolve) => {
    let text = '';
    const socket = net.connect(service.port, service.host);
    socket.on('data', (data) => (text += data)).on('error', () => {}).once('close', () => resolve(text));
    socket.end(bytes);
  });
}

// By another user than the one that runs it: the kernel gives the files of such a process to root.
test('the process can be neither dumped nor looked into, and its metrics know it all the same', async () => {
  const as = process.getuid() === 0 ? ['setpriv', '--reuid=54321', '--regid=54321', '--clear-groups'] : ['env'];
  const args = [...as.slice(1), binary, 'serve', '--port', '0', '--content', content, '--config', settings];
  const running = launch(as[0], args, {cwd: root});
  await until(() => /listening on/.test(running.said()), `it listens: ${running.said()}`, 20_000);
  const [, host, port] = /listening on http:\/\/(\S+):(\d+)/.exec(running.said());
  const {pid} = running.child;
  assert.equal(fs.statSync(`/proc/${pid}/mem`).uid, 0);
  assert.match(fs.readFileSync(`/proc/${pid}/limits`, 'utf8'), /^Max core file size +0 +0 /m);
  const metrics = (await get({host, port: Number(port)}, '/metrics')).body.toString();
  for (const name of ['process_open_fds', 'process_resident_memory_bytes', 'process_threads', 'process_start_time_seconds']) {
    assert.match(metrics, new RegExp(`^${name} [1-9]`, 'm'));
  }
  process.kill(pid, 'SIGABRT');
  await running.ended;
  assert.equal(running.child.signalCode, 'SIGABRT');
});

test('a developer may allow it', () =>
  during({args: ['--core-dumps', 'true'], shell: 'ulimit -c 1024 2>/dev/null;'}, async (service) => {
    assert.equal(fs.statSync(`/proc/${service.pid}/mem`).uid, process.getuid());
    const hard = execFileSync('sh', ['-c', 'ulimit -H -c'], {encoding: 'utf8'}).trim();
    if (hard !== '0') assert.doesNotMatch(fs.readFileSync(`/proc/${service.pid}/limits`, 'utf8'), /^Max core file size +0 /m);
  }));
