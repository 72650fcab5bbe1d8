// Debian's HAProxy in the foreground, in front of one server, whose connections it uses for whoever comes.
import {startChild} from './child.js';

export function startHaproxy(backend) {
  return startChild('haproxy', {
    config: (folder, port) => config(port, backend),
    command: (file) => ['haproxy', '-db', '-f', file],
  });
}

const config = (port, backend) => `
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
  default_backend service
backend service
  http-reuse always
  server toolkitd ${backend.host}:${backend.port}
`;
