// Content of other shapes than today's: histories with delays and injunctions, items that come and go, other dates,
// reviews, languages. All that the document allows and the real content does not hold is looked at here.
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {check, operationOf} from './support/contract.js';
import {editedSettings} from './support/editing.js';
import {crawl} from './support/paths.js';
import {root, run, settings, start} from './support/service.js';
import {get} from './support/wire.js';

const folder = path.join(root, 'tests/data/valid');
const config = editedSettings(settings, (text) => text.replace(/^primary_regulation.*$/m, 'primary_regulation = "sample-rule"'));

// The instants at which something changes, as the program itself tells them, and one after all of them.
async function instants(contentDir) {
  const told = await run('timeline', '--content', contentDir, '--config', config);
  return [...new Set(told.match(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g) ?? []), '2099-01-01T00:00:00Z'];
}

for (const name of readdirSync(folder)) {
  const contentDir = path.join(folder, name);
  const service = await start({contentDir, config});

  test(`every answer for the content "${name}" is as documented, in every edition`, async () => {
    for (const instant of await instants(contentDir)) {
      for (const target of await crawl(service, `?as_of=${instant}`)) {
        const answer = await get(service, target);
        assert.ok([200, 404].includes(answer.status), target);
        check(operationOf('GET', target), answer);
      }
    }
  });

  test(`the editions of the content "${name}" follow each other without a gap`, async () => {
    // For an instant ahead of the clock the service hides what is not public yet: the clock is behind all of them.
    const late = await start({contentDir, config, args: ['--rehearse', '2099-01-01T00:00:00Z']});
    const metaAt = async (instant) => (await get(late, `/v1/toolkits?as_of=${instant}`)).json.meta;
    let meta = await metaAt('0001-01-01T00:00:00Z');
    assert.equal(meta.valid_from, null);
    for (let end = meta.valid_until; end; end = meta.valid_until) {
      meta = await metaAt(end);
      assert.equal(meta.valid_from, end);
    }
  });
}
