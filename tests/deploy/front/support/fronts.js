// What may stand in front of the service: Debian's programs with the files that are shipped, on ports of their own.
import {writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {freePort, startChild} from '../../../integration/support/child.js';
import {newAgent} from './ask.js';
import * as certificate from './certificate.js';
import {shipped} from './shipped.js';

// Each starts in front of a port, and resolves with {port, agent, stop}, and other ports that it has: `plain` without TLS, `purge`.
// `clock`: what it goes by; `patient`: it waits for the service as long as a slow machine may take.
export const fronts = {nginx: startNginx, Varnish: startVarnish, HAProxy: startHaproxy};

const kNginx = 'daemon off; master_process off; events { worker_connections 512; }';
const kPatience = {  // how long each waits for the service as it is shipped, and here
  nginx: [['proxy_read_timeout 5s', 'proxy_read_timeout 300s'], ['proxy_cache_lock_timeout 1s', 'proxy_cache_lock_timeout 300s; proxy_cache_lock_age 300s']],
  Varnish: [['.first_byte_timeout = 5s', '.first_byte_timeout = 300s']],
  HAProxy: [['timeout server 5s', 'timeout server 300s']],
};
const kTemporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

async function startNginx(behind, {clock, patient} = {}) {
  const plain = await freePort();
  const nginx = await startChild('nginx', {
    config: (folder, port) => {
      const file = path.join(folder, 'toolkitd.conf');
      writeFileSync(file, shipped('nginx/toolkitd.conf', [
        ['127.0.0.1:8080', `127.0.0.1:${behind}`],
        ['listen 443 ', `listen 127.0.0.1:${port} `], ['listen [::]:443 ssl http2;', ''],
        ['listen 80;', `listen 127.0.0.1:${plain};`], ['listen [::]:80;', ''],
        ['/etc/ssl/toolkitd/fullchain.pem', certificate.chain], ['/etc/ssl/toolkitd/privkey.pem', certificate.key],
        ['/var/cache/nginx/toolkitd', `${folder}/cache`], ['/var/log/nginx', folder],
        ...(patient ? kPatience.nginx : []),
      ]));
      const paths = kTemporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
      return `${environmentOf(clock)} ${kNginx} pid ${folder}/pid; http { ${paths} include ${file}; }`;
    },
    command: (file, folder) => by(clock, ['nginx', '-p', folder, '-e', `${folder}/error.log`, '-c', file]),
  });
  return front([nginx], {plain, clock});
}

const by = (clock, words) => clock?.command(words) ?? words;

// nginx forgets what it is not told to keep.
const environmentOf = (clock) => Object.keys(clock?.environment ?? {}).map((name) => `env ${name};`).join(' ');

async function startVarnish(behind, {clock, patient} = {}) {
  const purge = await freePort();
  const cache = await startChild('varnishd', {
    config: () => shipped('varnish/toolkitd.vcl', [['.port = "8080"', `.port = "${behind}"`],
      ...(patient ? kPatience.Varnish : [])]),
    command: (file, folder, port) => by(clock, ['varnishd', '-n', path.join(folder, 'work'), ...flagsOfVarnish(file, port, purge)]),
  });
  const tls = await startChild('hitch', {
    config: (folder, port) => shipped('varnish/hitch.conf', [
      ['port = "443"', `port = "${port}"`], ['host = "*"', 'host = "127.0.0.1"'],
      ['/etc/hitch/toolkitd.pem', certificate.together], ['[127.0.0.1]:6081', `[127.0.0.1]:${cache.port}`],
    ]),
    command: (file) => ['hitch', `--config=${file}`, ...asItsUnitDoes()],
  });
  return front([tls, cache], {purge, clock});
}

// Debian's unit names a user, without whom hitch does not run for root.
const asItsUnitDoes = () => (os.userInfo().uid === 0 ? ['--user=nobody'] : []);

// Those of the unit that is shipped.
function flagsOfVarnish(file, port, purge) {
  const unit = shipped('varnish/varnish.service.conf', [
    ['-j unix,user=vcache', '-j none'], ['/etc/varnish/toolkitd.vcl', file], ['malloc,256m', 'malloc,32m'],
    ['127.0.0.1:6081', `127.0.0.1:${port}`], ['127.0.0.1:6083', `127.0.0.1:${purge}`],
  ]);
  return /varnishd (.*)$/s.exec(unit.replaceAll('\\\n', ' '))[1].trim().split(/\s+/);
}

async function startHaproxy(behind, {clock, patient} = {}) {
  const plain = await freePort();
  const haproxy = await startChild('haproxy', {
    config: (folder, port) => shipped('haproxy/haproxy.cfg', [
      ['127.0.0.1:8080', `127.0.0.1:${behind}`], ['bind :443', `bind 127.0.0.1:${port}`],
      ['bind :80', `bind 127.0.0.1:${plain}`], ['/etc/haproxy/toolkitd.pem', certificate.together],
      ...(patient ? kPatience.HAProxy : []),
    ]),
    command: (file) => by(clock, ['haproxy', '-db', '-f', file]),
  });
  return front([haproxy], {plain, clock});
}

// `children`: the one that takes connections from outside first. Where a clock is moved, what is idle may be closed at any time.
function front(children, {clock, ...more}) {
  const agent = newAgent({keepAlive: !clock});
  return {port: children[0].port, agent, ...more, stop: async () => {
    agent.destroy();
    for (const child of children) await child.stop();
  }};
}
