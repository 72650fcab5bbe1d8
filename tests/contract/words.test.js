// The toolkit's text, put back together from the JSON, is the publisher's text.
//
// The rule: the title; the notice that is shown while the rule is pending; then for each section, in order, its title
// and its plain text. An empty line parts them. The file has two empty lines in one place, so runs of empty lines count
// as one; nothing else is changed: no-break spaces, curly apostrophes and the bullets `  • ` are the publisher's.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {root, start} from './support/service.js';
import {before, flag} from './support/time.js';
import {get} from './support/wire.js';

const service = await start();
const toolkit = `/v1/toolkits/lereporting`;
const published = readFileSync(path.join(root, 'tests/data/lereporting.txt'), 'utf8');

const data = async (target) => (await get(service, `${target}?as_of=${before}`)).json.data;
const assemble = (title, notice, sections) =>
  [title, notice.text.text, ...sections.flatMap((section) => [section.title, section.text.text])].join('\n\n');

const folded = published.replace(/\n{3,}/g, '\n\n');

test('the file of the publisher’s text is the one that was received', () => {
  assert.equal(Buffer.byteLength(published), 2020);
  assert.equal(published.split('\u00a0').length - 1, 2);
  assert.ok(!published.endsWith('\n'));
});

test('the whole toolkit holds the publisher’s text word for word', async () => {
  const {title, notice, sections} = await data(toolkit);
  assert.equal(assemble(title, notice, sections), folded);
});

test('the list of sections and the flag hold the same text', async () => {
  const {title} = await data(toolkit);
  const {notice} = await data(flag);
  assert.equal(assemble(title, notice, await data(`${toolkit}/sections`)), folded);
});

test('the sections one by one hold the same text', async () => {
  const {title, notice, sections} = await data(toolkit);
  const each = await Promise.all(sections.map(({id}) => data(`${toolkit}/sections/${id}`)));
  assert.equal(assemble(title, notice, each), folded);
});

test('the pending notice is marked as the publisher’s own words', async () => {
  assert.equal((await data(toolkit)).notice.provenance, 'publisher');
});

test('after the switch the sections still hold the publisher’s words, and the notice is marked as the service’s', async () => {
  const {notice, sections} = (await get(service, toolkit)).json.data;
  assert.equal(notice.provenance, 'service');
  const words = sections.map((section) => `${section.title}\n\n${section.text.text}`).join('\n\n');
  assert.ok(folded.endsWith(words));
});

test('each resource’s line is the publisher’s', async () => {
  const lines = published.split('\n');
  for (const {as_listed} of (await data(toolkit)).resources) assert.ok(lines.includes(`  • ${as_listed}`), as_listed);
});

test('the terms in every envelope, and the way for survivors, are the publisher’s words', async () => {
  const {rights, audience} = (await get(service, '/v1')).json;
  const lines = published.split('\n');
  assert.ok(lines.includes(rights.text), rights.text);
  assert.ok(lines.includes(audience.survivor_redirect.text.text));
});
