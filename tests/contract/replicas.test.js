// Replicas agree: any process with the same content gives the same bytes and tags.
import assert from 'node:assert/strict';
import {utimesSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {editedContent} from './support/editing.js';
import {crawl, filtered} from './support/paths.js';
import {start} from './support/service.js';
import {after, before} from './support/time.js';
import {get} from './support/wire.js';

// The same content in another folder, of another age, in another part of the world.
const copy = editedContent({});
utimesSync(path.join(copy, 'rights.md'), 0, 0);
const here = await start();
const there = await start({contentDir: copy, cwd: '/', env: {TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'tr_TR.UTF-8'}});

const kTold = ['ETag', 'Last-Modified', 'Content-Type', 'Content-Language', 'Link', 'Vary'];
const told = (answer) => ({status: answer.status, text: answer.text, fields: kTold.map((name) => answer.field(name))});

for (const query of ['', `?as_of=${before}`, `?as_of=${after}`, '?as_of=2024-01-01', '?as_of=2024-08-23', '?as_of=2030-01-01']) {
  test(`two processes give the same bytes and tags on every path${query}`, async () => {
    const lists = filtered.map((target) => target + query.replace('?', '&'));
    const targets = [...await crawl(here, query), ...lists, `/v1/nothing${query}`, '/version'];
    assert.ok(targets.length > 30, `${targets.length} paths`);
    for (const target of targets) {
      assert.deepEqual(told(await get(there, target)), told(await get(here, target)), target);
    }
  });
}

test('JSON is compact, in one order of keys, and ends with a line feed', async () => {
  for (const target of await crawl(here)) {
    const answer = await get(here, target);
    if (answer.mediaType === 'application/json') assert.equal(answer.text, `${JSON.stringify(answer.json)}\n`, target);
  }
  const keys = Object.keys((await get(here, '/v1')).json);
  assert.deepEqual(keys, ['data', 'rights', 'audience', 'links', 'meta']);
});

test('two processes lead to the same paths', async () => assert.deepEqual(await crawl(there), await crawl(here)));

test('other content has another revision, and other tags', async () => {
  const other = await start({contentDir: editedContent({'resources/reporting-video.md': 'former_ids: [reporting-webinar]'})});
  const revision = async (service) => (await get(service, '/v1')).json.meta.content_revision;
  assert.notEqual(await revision(other), await revision(here));
  assert.notEqual((await get(other, '/v1')).field('ETag'), (await get(here, '/v1')).field('ETag'));
});
