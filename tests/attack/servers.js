// The two that are attacked: toolkitd, and nginx with the same bytes as files; both with the same times and limits.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {binary, content, root, settings} from '../contract/support/service.js';
import {get} from '../contract/support/wire.js';
import {family, launch, until} from './process.js';

export const toolkit = '/v1/toolkits/lereporting';
export const flag = '/v1/regulation-status';

// In milliseconds; nginx takes them as the times that mean the same.
export const times = {request: 3000, idle: 5000, write: 3000};
const kLoops = os.availableParallelism?.() ?? os.cpus().length;
const kMostConnections = 18_000;
const kLowPriority = 120_000; // what is done when nothing else is to do takes its time on a busy machine

// `descriptors`: the limit of descriptors to start it with. `loops`: how many threads or workers. `own`: times that are not
// those above. `shell`: what a shell does before it becomes the service. `socket`: the number of one that is handed on as
// the service's descriptor 3. `whole`: waits until all is
// compressed, which takes memory, and gives it back, while others are served already.
export async function startToolkitd({descriptors, loops = kLoops, own = {}, args = [], shell = '', socket, whole = true} = {}) {
  const {request, idle, write} = {...times, ...own};
  const command = [binary, 'serve', '--port', '0', '--content', content, '--config', settings,
    '--core-dumps', 'true', '--threads', loops, '--request-time', request, '--idle-time', idle, '--write-time', write, ...args];
  const stdio = ['ignore', 'pipe', 'pipe', ...(socket === undefined ? [] : [socket])];
  const script = `${limit(descriptors)} ${shell} exec "$@"`;
  const started = launch('sh', ['-c', script, 'sh', ...command.map(String)], {cwd: root, stdio});
  const listens = () => /listening on http:\/\/(\S+):(\d+)/.exec(started.said());
  const [, host, port] = await Promise.race([until(listens, 'toolkitd listens'), endOf(started)]);
  const running = server('toolkitd', started, host === '[::]' ? '127.0.0.1' : host, Number(port));
  if (whole) await until(() => started.said().includes('all of it is compressed'), 'all that loading does is done', kLowPriority);
  return running;
}

const endOf = (started) => started.ended.then((code) => Promise.reject(new Error(`toolkitd ended with ${code}: ${started.said()}`)));

export async function startNginx({descriptors, loops = kLoops} = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attack-nginx-'));
  const port = await freePort();
  await writeFiles(folder);
  fs.writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, port, descriptors, loops));
  const args = ['-c', 'nginx.conf', '-p', folder, '-e', path.join(folder, 'error.log'), '-g', 'daemon off;'];
  const started = launch('sh', ['-c', `${limit(descriptors)} exec "$@"`, 'sh', 'nginx', ...args], {cwd: folder});
  started.ended.then(() => fs.rmSync(folder, {recursive: true, force: true}));
  const host = '127.0.0.1';
  await until(() => get({host, port}, flag).then(() => true, (error) => error.code !== 'ECONNREFUSED'), 'nginx listens');
  return server('nginx', started, host, port);
}

function server(name, started, host, port) {
  return {name, host, port, pid: started.child.pid, pids: () => family(started.child.pid), stop: () => started.stop()};
}

const limit = (descriptors) => `ulimit -n ${descriptors ?? '$(ulimit -H -n)'};`;

// The files that nginx answers with are what toolkitd answers.
async function writeFiles(folder) {
  const source = await startToolkitd();
  for (const target of [toolkit, flag]) {
    const file = path.join(folder, 'html', target);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, (await get(source, target)).body);
  }
  await source.stop();
}

// Times are nginx's own but for those that correspond to toolkitd's; so are limits, but for the number of connections.
function configuration(folder, port, descriptors, loops) {
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  return `${process.getuid() === 0 ? 'user root;' : ''}
worker_processes ${loops};
worker_rlimit_nofile ${descriptors ?? kMostConnections + 100};
pid ${folder}/nginx.pid;
events { worker_connections ${kMostConnections}; }
http {
  ${kept.join('\n  ')}
  access_log off;
  tcp_nodelay on;
  sendfile on;
  open_file_cache max=100;
  default_type application/json;
  client_header_timeout ${times.request}ms;
  client_body_timeout ${times.request}ms;
  keepalive_timeout ${times.idle}ms;
  keepalive_requests 10000;
  send_timeout ${times.write}ms;
  server { listen 127.0.0.1:${port} backlog=1024; root ${folder}/html; }
}
`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const {port} = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
