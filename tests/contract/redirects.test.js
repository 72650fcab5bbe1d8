import assert from 'node:assert/strict';
import test from 'node:test';
import {check, operationOf, operations, samplePath} from './support/contract.js';
import {editedContent} from './support/editing.js';
import {start} from './support/service.js';
import {before, flag} from './support/time.js';
import {get} from './support/wire.js';

const service = await start({contentDir: editedContent({
  'resources/reporting-video.md': 'former_ids: [reporting-webinar]',
  'regulations/t-visa-final-rule-2024.md': 'former_ids: [t-visa-rule]',
  'toolkits/lereporting/toolkit.md': 'former_ids: [reporting]',
  'toolkits/lereporting/target-audience.md': 'former_ids: [audience]',
})});

async function leads(from, to) {
  const answer = await get(service, from);
  assert.equal(answer.status, 308, from);
  assert.equal(answer.field('Location'), to, from);
  assert.equal(answer.body.length, 0, from);
  const [path] = from.split('?');
  check(operationOf('GET', path.replace(/\/+$/, '')), answer);
}

test('the way in leads to the index, for now', async () => {
  const answer = await get(service, '/');
  assert.equal(answer.status, 307);
  assert.equal(answer.field('Location'), '/v1');
});

test('a trailing slash leads to the path without it, for good', async () => {
  for (const {template, parameters} of operations.filter(({method, template: each}) => method === 'GET' && each !== '/')) {
    const path = samplePath(template, parameters);
    await leads(`${path}/`, path);
  }
});

test('several trailing slashes are one', () => leads('/v1/toolkits//', '/v1/toolkits'));

for (const [former, today] of [
  ['/v1/resources/reporting-webinar', '/v1/resources/reporting-video'],
  ['/v1/regulations/t-visa-rule', '/v1/regulations/t-visa-final-rule-2024'],
  ['/v1/regulations/t-visa-rule/status', flag],
  ['/v1/toolkits/reporting', '/v1/toolkits/lereporting'],
  ['/v1/toolkits/reporting/sections', '/v1/toolkits/lereporting/sections'],
  ['/v1/toolkits/reporting/sections/audience', '/v1/toolkits/lereporting/sections/target-audience'],
  ['/v1/toolkits/lereporting/sections/audience', '/v1/toolkits/lereporting/sections/target-audience'],
]) {
  test(`the former address ${former} leads to today's, for good`, async () => {
    await leads(former, today);
    await leads(`${former}/`, today);
    assert.equal((await get(service, today)).status, 200);
  });
}

for (const [former, today] of [
  ['/v1/resources?toolkit=reporting', '/v1/resources?toolkit=lereporting'],
  ['/v1/resources?kind=video&toolkit=reporting', '/v1/resources?kind=video&toolkit=lereporting'],
  ['/embed/lereporting?sections=audience', '/embed/lereporting?sections=target-audience'],
  ['/embed/lereporting/fragment?sections=audience&heading=3', '/embed/lereporting/fragment?sections=target-audience&heading=3'],
]) {
  test(`the former id in ${former} is answered as today's`, async () => {
    const [then, now] = [await get(service, former), await get(service, today)];
    assert.deepEqual([then.status, now.status], [200, 200]);
    assert.equal(then.text, now.text);
    assert.equal(then.field('ETag'), now.field('ETag'));
    check(operationOf('GET', former), then);
  });
}

test('an embed under former ids of its toolkit and its section leads to today’s of both', async () => {
  await leads('/embed/reporting?sections=audience', '/embed/lereporting?sections=target-audience');
  await leads('/embed/reporting/fragment?sections=audience', '/embed/lereporting/fragment?sections=target-audience');
});

test('what was asked for is kept, what means nothing is not', async () => {
  await leads(`${flag}/?as_of=${before}&utm_source=x`, `${flag}?as_of=${before}`);
  await leads('/v1/resources/?kind=video&audience=attorney', '/v1/resources?audience=attorney&kind=video');
});

test('a wrong parameter is told, not passed on', async () => {
  assert.equal((await get(service, `${flag}/?as_of=yesterday`)).status, 400);
  assert.equal((await get(service, '/v1/resources/?kind=nothing')).status, 400);
});

test('no redirect leads away from this service', async () => {
  for (const target of ['//example.com/', '//example.com/%2f..', '/%2fexample.com/', '/\\example.com/', '/v1//example.com/', '/%0d%0aX:%20y/']) {
    const answer = await get(service, target);
    assert.doesNotMatch(answer.field('Location') ?? '/v1', /^(\/\/|\/\\|https?:)/, target);
    assert.ok([308, 400, 404].includes(answer.status), `${target}: ${answer.status}`);
    assert.equal(answer.field('X'), undefined);
  }
});

test('a slash after nothing is not found', async () => assert.equal((await get(service, '/v1/nothing/')).status, 404));
