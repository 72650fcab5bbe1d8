// A mirror in a folder of its own, and Debian's nginx serving it.
import {spawn, spawnSync} from 'node:child_process';
import path from 'node:path';
import {emptyFolder} from '../../contract/support/editing.js';
import {binary, content, root, settings} from '../../contract/support/service.js';
import {startNginx} from '../../integration/support/nginx.js';

// What a command prints, and its exit code.
export function toolkitd(args, {contentDir = content, env = {}, cwd = root, prefix = []} = {}) {
  const [program, ...rest] = [...prefix, binary, ...args, '--content', contentDir, '--config', settings];
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TOOLKITD')));
  const {status, stdout, stderr, error} = spawnSync(program, rest, {cwd, env: {...clean, ...env}, encoding: 'utf8'});
  if (error) throw error;
  return {code: status, out: stdout, err: stderr};
}

// {code, out, err} of a verification, while this process goes on serving.
export function verifying(address, {args = [], env = {}, program = binary} = {}) {
  const child = spawn(program, ['verify', address, '--embeds', 'false', '--content', content, '--config', settings, ...args],
    {cwd: root, env: {PATH: process.env.PATH, ...env}, stdio: ['ignore', 'pipe', 'pipe']});
  const said = {out: '', err: ''};
  for (const name of ['out', 'err']) child[`std${name}`].setEncoding('latin1').on('data', (text) => (said[name] += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({code, ...said}));
  });
}

// The folder of a mirror.
export function exported({args = [], folder = path.join(emptyFolder(), 'mirror'), ...how} = {}) {
  const {code, err} = toolkitd(['export', folder, ...args], how);
  if (code !== 0) throw new Error(err);
  return folder;
}

// {host, port, folder, stop}
export const serveMirror = (folder) => startNginx({
  http: `include ${folder}/nginx/maps.conf;`,
  server: () => `set $toolkit_root ${folder}; include ${folder}/nginx/server.conf;`,
});

export const urlOf = ({host, port}) => `http://${host}:${port}`;
