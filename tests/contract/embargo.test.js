// What is not public yet, and what was withdrawn, a second before the instant, at it and a second after it.
import assert from 'node:assert/strict';
import test from 'node:test';
import {startWithdrawn} from './support/configured.js';
import {check, operationOf} from './support/contract.js';
import {editedContent, withdrawnContent} from './support/editing.js';
import {start} from './support/service.js';
import {after, at, before} from './support/time.js';
import {get} from './support/wire.js';

const target = '/v1/resources/reporting-video';
const earlier = '2024-08-27T00:00:00Z';

const opening = (lines) => editedContent({'resources/reporting-video.md': `publish_from: ${at}\n${lines}`});

// The statuses of the path as the clock tells it, and then for each of the three instants.
async function statuses(contentDir, clock) {
  const service = await start({contentDir, args: ['--rehearse', clock]});
  const all = [];
  for (const query of ['', `?as_of=${before}`, `?as_of=${at}`, `?as_of=${after}`]) {
    const answer = await get(service, target + query);
    check(operationOf('GET', target), answer);
    all.push(answer.status);
  }
  await service.stop();
  return all;
}

test('what is to be published is not there for any instant before its time has come', async () => {
  assert.deepEqual(await statuses(opening(''), earlier), [404, 404, 404, 404]);
  assert.deepEqual(await statuses(opening(''), at), [200, 404, 200, 200]);
});

test('what may be previewed is there for whoever asks for a later instant', async () => {
  assert.deepEqual(await statuses(opening('preview: true'), earlier), [404, 404, 200, 200]);
});

test('what was withdrawn is gone from the instant on', async () => {
  const contentDir = withdrawnContent(at, {kept: true});
  assert.deepEqual(await statuses(contentDir, earlier), [200, 200, 410, 410]);
  assert.deepEqual(await statuses(contentDir, at), [410, 200, 410, 410]);
});

test('a withdrawn toolkit has no oEmbed answer, and its embed says that it was withdrawn', async () => {
  const service = await startWithdrawn();
  const answer = await get(service, '/oembed?url=https://casttta.nationbuilder.com/lereporting');
  check(operationOf('GET', '/oembed'), answer);
  assert.equal(answer.status, 404);
  const embed = await get(service, '/embed/lereporting');
  assert.equal(embed.status, 410);
  assert.match(embed.text, /1-888-539-2373/);
});
