// Each setting is in the page for the operator, with what it really does on SIGHUP.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {root, run} from './support/service.js';

const help = await run('--help');
const sections = help.split(/\n(?=Settings)/).slice(1);
const names = (section) => [...section.matchAll(/\(Env:TOOLKITD_([A-Z_]+)\)/g)].map(([, name]) => name.toLowerCase());
const [changing, fixed] = [names(sections[0]), names(sections[1])];

const rows = readFileSync(path.join(root, 'docs/operations.md'), 'utf8').split('\n').filter((line) => /^\| `\w+`.*\| (yes|no) \|$/.test(line));
const documented = (answer) => rows.filter((row) => row.endsWith(`| ${answer} |`))
  .flatMap((row) => [...row.split('|')[1].matchAll(/`(\w+)`/g)].map(([, name]) => name));

test('every setting that SIGHUP changes is documented so', () => {
  assert.ok(changing.length > 10);
  assert.deepEqual(documented('yes').sort(), changing.sort());
});

test('every setting that waits for a restart is documented so', () => {
  assert.ok(fixed.length > 5);
  assert.deepEqual(documented('no').sort(), fixed.sort());
});
