// The package as others get it: packed, and installed in an empty project with an empty cache and no network, so that what
// is not in the file is not there.
import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);

export const folder = fileURLToPath(new URL('../..', import.meta.url));
export const kArchive = 'toolkitd-client-0.1.0.tgz';

// A project with these fields in its package.json. `write` makes a file in it, folders too, and returns its path.
export async function installed(fields = {}) {
  const root = await mkdtemp(path.join(os.tmpdir(), 'toolkitd-client-'));
  const inside = (name) => path.join(root, name);
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', root], {cwd: folder});
  await writeFile(inside('package.json'), JSON.stringify({name: 'site', private: true, ...fields}));
  await run('npm', ['install', '--offline', '--cache', inside('cache'), '--no-audit', '--no-fund', `./${kArchive}`], {cwd: root});
  return {
    root,
    path: inside,
    async write(name, text) {
      await mkdir(path.dirname(inside(name)), {recursive: true});
      await writeFile(inside(name), text);
      return inside(name);
    },
    remove: () => rm(root, {recursive: true}),
  };
}
