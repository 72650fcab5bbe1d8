// The package where others use it: the oldest and the newest Node.js, by import and by require, Jest, every kind of module
// resolution that TypeScript knows, and the runtime of Cloudflare Workers at a date from before it knew fetch's `cache`.
import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {start} from '../../../tests/contract/support/service.js';
import {folder, installed} from './support/installed.js';

const run = promisify(execFile);
const runtimes = fileURLToPath(new URL('runtimes/node_modules', import.meta.url));
const tsc = path.join(folder, 'node_modules/typescript/bin/tsc');
const kAsks = "new ToolkitClient(process.argv[2]).status().then(({data}) => console.log(data.status));";

let service;
let project;

before(async () => {
  [service, project] = await Promise.all([start(), installed()]);
});

after(async () => {
  await service.stop();
  await project.remove();
});

const url = () => `http://${service.host}:${service.port}`;

for (const [name, node] of [
  ['this Node.js', process.execPath], ['Node.js 18', `${runtimes}/node18/bin/node`], ['Node.js 24', `${runtimes}/node24/bin/node`],
]) {
  test(`${name} imports and requires it`, async () => {
    const imports = await project.write('asks.mjs', `import {ToolkitClient} from '@toolkitd/client';\n${kAsks}`);
    const requires = await project.write('asks.cjs', `const {ToolkitClient} = require('@toolkitd/client');\n${kAsks}`);
    for (const file of [imports, requires]) assert.equal((await run(node, [file, url()])).stdout, 'effective\n', file);
  });
}

test('Jest finds it without being configured', async () => {
  await project.write('jest/package.json', '{"name": "with-jest"}');
  await project.write('jest/asks.test.js', `const {ToolkitClient, ToolkitProblem} = require('@toolkitd/client');
test('asks', async () => {
  const client = new ToolkitClient(${JSON.stringify(url())});
  expect((await client.status()).data.status).toBe('effective');
  await expect(client.toolkit('none')).rejects.toBeInstanceOf(ToolkitProblem);
});`);
  const {stderr} = await run(process.execPath, [`${runtimes}/jest/bin/jest.js`, '--ci', '--no-cache', '--watchman=false', '--rootDir', project.path('jest')], {cwd: project.path('jest')});
  assert.match(stderr, /Tests:\s+1 passed, 1 total/);
});

for (const [moduleResolution, module] of [['node10', 'commonjs'], ['node10', 'es2022'], ['node16', 'node16'], ['nodenext', 'nodenext'], ['bundler', 'es2022']]) {
  test(`TypeScript finds its types with moduleResolution ${moduleResolution} and module ${module}`, async () => {
    const typed = `typed-${moduleResolution}-${module}`;
    const code = `import {ToolkitClient, type Answer, type RegulationStatus} from '@toolkitd/client';
export const answer: Promise<Answer<RegulationStatus>> = new ToolkitClient('https://service.example').status();
export const none: number = answer;`;
    await Promise.all(['ts', 'cts', 'mts'].map((ending) => project.write(`${typed}/use.${ending}`, code)));
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', moduleResolution];
    const {stdout} = await run(process.execPath, [tsc, ...options, ...['ts', 'cts', 'mts'].map((ending) => project.path(`${typed}/use.${ending}`))]).catch((error) => error);
    // The one mistake is found in each file: what is not typed would be `any`, and fit.
    assert.deepEqual(stdout.trim().split('\n').map((line) => /use\.(\w+).*(TS\d+)/.exec(line)?.slice(1)).sort(), [['cts', 'TS2322'], ['mts', 'TS2322'], ['ts', 'TS2322']], stdout);
  });
}

test('package.json can be read by tools', async () => {
  const file = await project.write('reads.cjs', "console.log(require('@toolkitd/client/package.json').name)");
  assert.equal((await run(process.execPath, [file])).stdout, '@toolkitd/client\n');
});

// A worker that asks the service for each request that it is sent.
const kWorker = `import {ToolkitClient} from './client/index.js';
export default {
  async fetch(request, {service}) {
    const client = new ToolkitClient(service);
    const {data, source} = await client.status();
    const {source: again} = await client.status();
    return new Response([data.status, source, again].join(' '));
  },
};`;

async function workerConfig() {
  const client = 'node_modules/@toolkitd/client';
  const files = (await readdir(project.path(`${client}/dist`))).filter((name) => name.endsWith('.js'));
  const modules = [
    ['worker.js', 'worker.js'],
    ...files.map((name) => [`client/${name}`, `${client}/dist/${name}`]),
    ['client/openapi-fetch', `${client}/node_modules/openapi-fetch/dist/index.mjs`],
  ];
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [${modules.map(([name, file]) => `(name = ${JSON.stringify(name)}, esModule = embed ${JSON.stringify(file)})`).join(',\n')}],
      bindings = [(name = "service", text = ${JSON.stringify(url())})],
      compatibilityDate = "2024-01-01",
      globalOutbound = "loopback")),
    (name = "loopback", network = (allow = ["local"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);`;
}

test('the runtime of Cloudflare Workers runs it', async () => {
  await project.write('worker.js', kWorker);
  const config = await project.write('workers.capnp', await workerConfig());
  const workerd = spawn(`${runtimes}/@cloudflare/workerd-linux-64/bin/workerd`, ['serve', config, '--control-fd=3'], {stdio: ['ignore', 'inherit', 'inherit', 'pipe']});
  const ended = once(workerd, 'exit');
  try {
    const lines = createInterface({input: workerd.stdio[3]});
    const [line] = await Promise.race([once(lines, 'line'), ended.then(() => assert.fail('workerd ended'))]);
    const answered = await fetch(`http://127.0.0.1:${JSON.parse(line).port}/`);
    assert.equal(await answered.text(), 'effective service copy');
  } finally {
    workerd.kill();
    await ended;
  }
});
