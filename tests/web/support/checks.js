// What the checkers of others say: axe-core of a page in a browser, the Nu HTML Checker of texts.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';

const {resolve} = createRequire(import.meta.url);
const axe = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');
const jar = path.join(path.dirname(resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// What axe-core finds wrong, or cannot decide, by any of its rules; `exclude`: selectors of what it does not look at.
export async function findings(page, {exclude = [], ...options} = {}) {
  await page.evaluate(axe); // not a script of the page: its policy has no say
  const {violations, incomplete} = await page.evaluate(([not, others]) =>
    window.axe.run({exclude: not}, {resultTypes: ['violations', 'incomplete'], ...others}), [exclude, options]);
  return [...violations, ...incomplete].map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`);
}

// What the Nu HTML Checker says of texts, by their names.
export function complaints(texts) {
  const folder = mkdtempSync(path.join(tmpdir(), 'texts-'));
  try {
    const files = Object.entries(texts).map(([name, text], i) => {
      writeFileSync(path.join(folder, `${i}.html`), text);
      return name;
    });
    const {stderr, error, signal, status} = spawnSync('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, '--format', 'json', '--skip-non-html', folder], {encoding: 'utf8', maxBuffer: 2 ** 26});
    assert.ifError(error);
    assert.ok(stderr, `the checker ended with ${signal ?? status} and said nothing`);
    return JSON.parse(stderr).messages.map(({url, message, extract}) =>
      `${files[Number(/(\d+)\.html$/.exec(url)?.[1])]}: ${message} ${extract}`);
  } finally {
    rmSync(folder, {recursive: true});
  }
}
