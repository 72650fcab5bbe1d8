// The real binary, started as a test of faults wants it, on content that the test may change.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {launch, until} from '../../attack/process.js';
import {binary, content, root, settings} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';

export {root};
export const kToolkit = 'toolkits/lereporting/toolkit.md';
export const flag = '/v1/regulation-status';

export const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faults-'));
process.on('exit', () => fs.rmSync(folder, {recursive: true, force: true}));

export function copyOfContent(name) {
  const copy = path.join(folder, name);
  fs.cpSync(content, copy, {recursive: true});
  return copy;
}

export const titled = (title) =>
  fs.readFileSync(path.join(content, kToolkit), 'utf8').replace(/^title: .*$/m, `title: ${title}`);

// Moved into its place, as editors do.
export function edit(copy, file, text) {
  fs.writeFileSync(path.join(copy, '.draft'), text);
  fs.renameSync(path.join(copy, '.draft'), path.join(copy, file));
}

// `--core-dumps`: some tests look into the process, which only root may without it.
export const kServe = (contentDir, port = 0) =>
  ['serve', '--port', String(port), '--content', contentDir, '--config', settings, '--core-dumps', 'true'];

// A started service; `stdio` and `env` as of child_process. `shell`: what a shell does before it becomes the service.
export async function started({contentDir = content, args = [], env = {}, shell = '', before = []}) {
  const command = [...before, binary, ...kServe(contentDir), ...args].map(String);
  const running = launch('sh', ['-c', `${shell} exec "$@"`, 'sh', ...command], {cwd: root, env: {...process.env, ...env}});
  await until(() => /listening on/.test(running.said()), 'it listens', 20_000);
  const port = Number(/listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(running.said())[1]);
  return {...running, host: '127.0.0.1', port, pid: running.child.pid};
}

export async function during(options, use) {
  const service = await started(options);
  try {
    await use(service);
  } finally {
    await service.stop('SIGKILL');
  }
}

export const titleOf = async (service) => (await get(service, '/v1/toolkits/lereporting')).json.data.title;
export const healthOf = async (service) => (await get(service, '/healthz')).json;

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
