// The package as others get it: packed, installed in an empty project without a network, and used as the README says.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {start} from '../../../tests/contract/support/service.js';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('..', import.meta.url));
const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, code, output]) => ({code, output}));
const importMap = /<script type="importmap">(.*?)<\/script>/s.exec(readme)[1];

let service;
let project;

const inProject = (name) => path.join(project, name);
const here = (text) => text.replaceAll('127.0.0.1:8080', `${service.host}:${service.port}`);

// An empty cache and no network: what is not in the file is not there.
async function install() {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', project], {cwd: folder});
  await writeFile(inProject('package.json'), JSON.stringify({name: 'site', private: true, type: 'module'}));
  await run('npm', ['install', '--offline', '--cache', inProject('cache'), '--no-audit', '--no-fund', './toolkitd-client-0.1.0.tgz'], {cwd: project});
}

before(async () => {
  [service, project] = await Promise.all([start(), mkdtemp(path.join(os.tmpdir(), 'toolkitd-client-'))]);
  await install();
});

after(async () => {
  await service.stop();
  await rm(project, {recursive: true});
});

test('the README has three examples', () => assert.equal(examples.length, 3));

for (const [i, {code, output}] of examples.entries()) {
  test(`the README’s example ${i + 1} does what stands below it`, async () => {
    await writeFile(inProject(`example-${i}.js`), here(code));
    assert.equal((await run(process.execPath, [`example-${i}.js`], {cwd: project})).stdout, output);
  });
}

test('the README’s examples and the package’s own types are checked by a strict project', async () => {
  await mkdir(inProject('typed'));
  await Promise.all(examples.map(({code}, i) => writeFile(inProject(`typed/example-${i}.ts`), code)));
  const compilerOptions = {module: 'nodenext', target: 'es2022', strict: true, noEmit: true, exactOptionalPropertyTypes: true, skipLibCheck: false};
  await writeFile(inProject('tsconfig.json'), JSON.stringify({compilerOptions, include: ['typed']}));
  const tsc = path.join(folder, 'node_modules/typescript/bin/tsc');
  const {stdout} = await run(process.execPath, [tsc, '-p', project]).catch((error) => error);
  assert.equal(stdout, '');
});

test('the package loads, and asks, where there is what browsers have and nothing of Node.js', async () => {
  const page = fileURLToPath(new URL('support/page.js', import.meta.url));
  const args = ['--experimental-vm-modules', '--no-warnings', page, project, importMap, here('http://127.0.0.1:8080')];
  assert.deepEqual(JSON.parse((await run(process.execPath, args)).stdout), {status: 'effective', source: 'copy'});
});

test('the file holds the code, the types, the terms of the code, and no test', async () => {
  const {stdout} = await run('tar', ['tzf', inProject('toolkitd-client-0.1.0.tgz')]);
  const files = stdout.split('\n').filter((name) => name && !name.includes('/node_modules/'));
  for (const name of ['dist/index.js', 'dist/index.d.ts', 'dist/contract.d.ts', 'README.md', 'LICENSE', 'package.json']) {
    assert.ok(files.includes(`package/${name}`), name);
  }
  assert.deepEqual(files.filter((name) => !/^package\/(dist\/|README\.md$|LICENSE$|package\.json$)/.test(name)), []);
});
