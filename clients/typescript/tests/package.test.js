// The package as others get it: packed, installed in an empty project without a network, and used as the README says.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {start} from '../../../tests/contract/support/service.js';
import {folder, installed, kArchive} from './support/installed.js';

const run = promisify(execFile);
const readme = await readFile(path.join(folder, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```ts\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, code, output]) => ({code, output}));
const importMap = /<script type="importmap">(.*?)<\/script>/s.exec(readme)[1];

let service;
let project;

const here = (text) => text.replaceAll('127.0.0.1:8080', `${service.host}:${service.port}`);

before(async () => {
  [service, project] = await Promise.all([start(), installed({type: 'module'})]);
});

after(async () => {
  await service.stop();
  await project.remove();
});

test('the README has three examples', () => assert.equal(examples.length, 3));

for (const [i, {code, output}] of examples.entries()) {
  test(`the README’s example ${i + 1} does what stands below it`, async () => {
    await project.write(`example-${i}.js`, here(code));
    assert.equal((await run(process.execPath, [`example-${i}.js`], {cwd: project.root})).stdout, output);
  });
}

test('the README’s examples and the package’s own types are checked by a strict project', async () => {
  await Promise.all(examples.map(({code}, i) => project.write(`typed/example-${i}.ts`, code)));
  const compilerOptions = {module: 'nodenext', target: 'es2022', strict: true, noEmit: true, exactOptionalPropertyTypes: true, skipLibCheck: false};
  await project.write('tsconfig.json', JSON.stringify({compilerOptions, include: ['typed']}));
  const tsc = path.join(folder, 'node_modules/typescript/bin/tsc');
  const {stdout} = await run(process.execPath, [tsc, '-p', project.root]).catch((error) => error);
  assert.equal(stdout, '');
});

test('the package loads, and asks, where there is what browsers have and nothing of Node.js', async () => {
  const page = fileURLToPath(new URL('support/page.js', import.meta.url));
  const args = ['--experimental-vm-modules', '--no-warnings', page, project.root, importMap, here('http://127.0.0.1:8080')];
  assert.deepEqual(JSON.parse((await run(process.execPath, args)).stdout), {status: 'effective', source: 'copy'});
});

test('the file holds the code, the types, the terms of the code, and no test', async () => {
  const {stdout} = await run('tar', ['tzf', project.path(kArchive)]);
  const files = stdout.split('\n').filter((name) => name && !name.includes('/node_modules/'));
  for (const name of ['dist/index.js', 'dist/index.d.ts', 'dist/contract.d.ts', 'README.md', 'LICENSE', 'package.json']) {
    assert.ok(files.includes(`package/${name}`), name);
  }
  assert.deepEqual(files.filter((name) => !/^package\/(dist\/|README\.md$|LICENSE$|package\.json$)/.test(name)), []);
});
