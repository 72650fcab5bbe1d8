// The embeds on the wire: every variant as documented, and who may frame them.
import assert from 'node:assert/strict';
import test from 'node:test';
import {check, operationOf} from './support/contract.js';
import {during, start} from './support/service.js';
import {after, at, before} from './support/time.js';
import {get} from './support/wire.js';
import {everyEmbed} from '../web/support/embeds.js';

const service = await start();
const page = '/embed/lereporting';
const fragment = `${page}/fragment`;

const policyOf = async (asked, target = page) => (await get(asked, target)).field('Content-Security-Policy');

test('every variant is as documented', async () => {
  for (const target of Object.values(await everyEmbed(service)).flat()) {
    assert.equal(check(operationOf('GET', target), await get(service, target)), '200', target);
  }
});

test('a value that there is not is a problem that names what is allowed', async () => {
  const allowed = async (target) => {
    const answer = await get(service, target);
    assert.equal(check(operationOf('GET', target), answer), '400', target);
    return answer.json.allowed;
  };
  assert.deepEqual(await allowed(`${page}?theme=pink`), ['auto', 'dark', 'light']);
  assert.deepEqual(await allowed(`${fragment}?heading=1`), ['2', '3', '4']);
  assert.deepEqual(await allowed(`${page}?lang=fr`), ['en', 'es']);
  assert.deepEqual(await allowed(`${page}?sections=nothing`),
    ['target-audience', 'toolkit-contents', 'additional-resources', 'republication-information']);
});

test('the embeds switch at the instant and bound their time by it', async () => {
  const told = async (instant) => {
    const {text} = await get(service, `${fragment}?as_of=${instant}`);
    return [/data-status="(\w+)"/, /data-valid-from="(.*?)"/, /data-valid-until="(.*?)"/].map((each) => each.exec(text)[1]);
  };
  assert.deepEqual(await told(before), ['pending', '2024-04-30T04:00:00Z', at]);
  assert.deepEqual(await told(at), ['effective', at, '']);
  assert.deepEqual(await told(after), ['effective', at, '']);
});

test('nothing that a client sends gets into an embed', async () => {
  const plain = (await get(service, page)).text;
  for (const query of ['?x=%3Cscript%3E', '?%22%3E%3Cb%3E', '?lang=en&%22%3E%3Cb%3E=1']) {
    assert.equal((await get(service, page + query)).text, plain, query);
  }
});

test('any site may frame an embed', async () => {
  for (const target of [page, fragment]) assert.match(await policyOf(service, target), /; frame-ancestors \*$/);
  assert.equal(await policyOf(service, '/v1'), undefined);
});

for (const [name, options] of Object.entries({
  'a flag': {args: ['--frame-ancestors', "'self' https://portal.example"]},
  'a variable': {env: {TOOLKITD_FRAME_ANCESTORS: "'self' https://portal.example"}},
})) {
  test(`who may frame them is set by ${name}`, () => during(options, async (limited) => {
    assert.match(await policyOf(limited), /; frame-ancestors 'self' https:\/\/portal\.example$/);
  }));
}

for (const value of ['', ' ', '*; script-src *', 'https://a.example, https://b.example', 'a\nb', 'https://é.example', '"']) {
  test(`the service does not start with ${JSON.stringify(value)} for who may frame them`, () =>
    assert.rejects(start({args: ['--frame-ancestors', value]}), /no list of sources/));
}
