// nginx with static files of toolkitd's bytes, and with toolkitd's header fields, each as nginx likes it best.
import {chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {freePort, launch} from './launch.js';

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

// What nginx writes by itself, from the file and the settings.
const own = ['Date', 'ETag', 'Last-Modified', 'Content-Type', 'Content-Length', 'Content-Encoding', 'Connection'];

const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

// A server of its own for each kind of answer, because the fields differ; brotli's are those of gzip.
function serverBlock(port, root, answers, kind) {
  const coded = kind === 'coded';
  const locations = answers.filter((answer) => answer.kind === kind && answer.coding !== 'br').map((answer) => {
    const fields = Object.entries(answer.fields).filter(([name]) => !own.includes(name));
    const lines = fields.map(([name, value]) => `      add_header ${name} ${quoted(value)};`);
    return `    location = ${answer.path} {\n${lines.join('\n')}\n    }`;
  });
  const codings = coded ? '    gzip_static on;\n    brotli_static on;\n' : '';
  return `  server {\n    listen 127.0.0.1:${port} backlog=1024;\n    root ${root};\n${codings}${locations.join('\n')}\n  }`;
}

function configuration({folder, loops, connections, servers}) {
  return `${process.getuid() === 0 ? 'user root;\n' : ''}load_module ${brotliModule};
daemon off;
worker_processes ${loops};
worker_rlimit_nofile ${connections + 1000};
pid ${folder}/nginx.pid;
error_log stderr warn;
events {
  use epoll;
  worker_connections ${connections};
}
http {
  access_log off;
  server_tokens off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  open_file_cache max=1000 inactive=1h;
  open_file_cache_valid 1h;
  open_file_cache_min_uses 1;
  keepalive_timeout 75s;
  keepalive_requests 10000;
  max_ranges 0;
  default_type application/json;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
${servers.join('\n')}
}
`;
}

// Files' times are what nginx makes Last-Modified of.
function writeFiles(root, answers) {
  for (const answer of answers.filter(({content}) => content.length > 0)) {
    const ending = {gzip: '.gz', br: '.br'}[answer.coding] ?? '';
    const file = path.join(root, answer.path + ending);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, answer.content);
    const time = new Date(answer.fields['Last-Modified']);
    utimesSync(file, time, time);
  }
}

export async function startNginx({answers, loops, connections = 1024}) {
  if (!existsSync(brotliModule)) throw new Error(`${brotliModule} is not there: run script/bootstrap bench`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'toolkitd-bench-'));
  chmodSync(folder, 0o755);
  const root = path.join(folder, 'files');
  writeFiles(root, answers);
  const ports = {plain: await freePort(), coded: await freePort(), unchanged: await freePort()};
  const servers = Object.entries(ports).map(([kind, port]) => serverBlock(port, root, answers, kind));
  const config = path.join(folder, 'nginx.conf');
  writeFileSync(config, configuration({folder, loops, connections, servers}));
  const {pid, stop} = await launch('nginx', ['-c', config, '-p', folder], ports.plain);
  const end = () => stop().then(() => rmSync(folder, {recursive: true}));
  return {name: 'nginx', pids: [pid], port: ({kind}) => ports[kind], stop: end};
}
