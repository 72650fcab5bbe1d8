// Every variant of the embeds is HTML in which the Nu HTML Checker finds neither an error nor anything to warn of.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {start} from '../contract/support/service.js';
import {get} from '../contract/support/wire.js';
import {everyEmbed, headingOf, inAPortal} from './support/embeds.js';

const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
const service = await start();
const {pages, fragments} = await everyEmbed(service);

// The attribute is of CSS Shadow Parts, which the checker does not know.
const kNotKnown = 'Attribute “part” not allowed';

// What the checker says of texts, by their names.
function complaints(texts) {
  const folder = mkdtempSync(path.join(tmpdir(), 'embeds-'));
  try {
    const files = Object.entries(texts).map(([name, text], i) => {
      writeFileSync(path.join(folder, `${i}.html`), text);
      return name;
    });
    const {stderr, error} = spawnSync('java', ['-jar', jar, '--format', 'json', '--skip-non-html', folder], {encoding: 'utf8', maxBuffer: 2 ** 26});
    assert.ifError(error);
    return JSON.parse(stderr).messages.filter(({message}) => !message.startsWith(kNotKnown)).map(({url, message, extract}) =>
      `${files[Number(/(\d+)\.html$/.exec(url)?.[1])]}: ${message} ${extract}`);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

const textsOf = async (targets, dress = (text) => text) =>
  Object.fromEntries(await Promise.all(targets.map(async (target) => [target, dress((await get(service, target)).text, target)])));

test('the checker complains of what is wrong', () => {
  assert.match(complaints({wrong: inAPortal('<p><div></p>')}).join(), /No “p” element in scope/);
});

test('every page is valid HTML', async () => assert.deepEqual(complaints(await textsOf(pages)), []));

test('every fragment is valid HTML in a page of another', async () =>
  assert.deepEqual(complaints(await textsOf(fragments, (text, target) => inAPortal(text, headingOf(target)))), []));
