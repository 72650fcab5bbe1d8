// Debian's HAProxy in the foreground, in front of one server, whose connections it uses for whoever comes. `rules`: lines for
// what comes in.
import {startChild} from './child.js';

export function startHaproxy(backend, rules = '') {
  return startChild('haproxy', {
    config: (folder, port) => config(port, backend, rules),
    command: (file) => ['haproxy', '-db', '-f', file],
  });
}

const config = (port, backend, rules) => `
global
  maxconn 2000
  nbthread 2
defaults
  mode http
  timeout connect 5s
  timeout client 10s
  timeout server 10s
  timeout http-keep-alive 10s
frontend in
  bind 127.0.0.1:${port}
  ${rules}
  default_backend service
backend service
  http-reuse always
  server toolkitd ${backend.host}:${backend.port}
`;
