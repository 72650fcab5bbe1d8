// Debian's nginx as one process in the foreground.
import {startChild} from './child.js';

// `server`: the lines of the server block; `http`: lines before it.
export function startNginx({server, http = ''}) {
  return startChild('nginx', {
    config: (folder, port) => nginxConfig(folder, port, server(folder), http),
    command: (file, folder) => ['nginx', '-p', folder, '-e', `${folder}/error.log`, '-c', file],
  });
}

export const nginxConfig = (folder, port, server, http) => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${folder}/client_body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  types {}
  default_type application/json;
  ${http}
  server {
    listen 127.0.0.1:${port} backlog=1024;
    ${server}
  }
}
`;
