// What the commands in script/ say of themselves. script/serve and script/bench hand --help on to what they build.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {accessSync, constants, readdirSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {root} from './support/service.js';

const folder = path.join(root, 'script');

const executable = (name) => {
  try {
    accessSync(path.join(folder, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

// Ended from outside where it does more than to say something.
const run = (name, args) => spawnSync(path.join(folder, name), args, {encoding: 'utf8', timeout: 10_000});

const commands = readdirSync(folder).filter(executable).filter((name) => !['serve', 'bench'].includes(name));

for (const name of commands) {
  for (const asked of ['--help', '-h']) {
    test(`script/${name} ${asked} says what it does, and does nothing`, () => {
      const {status, stdout, stderr} = run(name, [asked]);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^\w.{20,}\n/);
      assert.doesNotMatch(stdout, /^(==|#|shellcheck|set -e)/m);
    });
  }
}

for (const name of ['test', 'format']) {
  test(`script/${name} refuses what it does not know`, () => {
    const {status, stderr} = run(name, ['unknown']);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`^${name}: it takes no arguments`));
  });
}
