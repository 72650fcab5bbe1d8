import assert from 'node:assert/strict';
import test from 'node:test';
import {address, contact, pathOf, startConfigured} from './support/configured.js';
import {check, operationOf} from './support/contract.js';
import {start} from './support/service.js';
import {get, head} from './support/wire.js';
import {strings, wellFormed} from './support/xml.js';

const service = await startConfigured();
const plain = await start({args: ['--host', '0.0.0.0']}); // which may be reached by any name

for (const target of ['/.well-known/api-catalog', '/.well-known/security.txt', '/robots.txt', '/sitemap.xml']) {
  test(`${target} is as documented, and conditional`, async () => {
    const answer = await get(service, target);
    assert.equal(answer.status, 200);
    check(operationOf('GET', target), answer);
    assert.equal((await get(service, target, {'If-None-Match': answer.field('ETag')})).status, 304);
  });
}

test('the catalogue has its profile, and names itself to HEAD', async () => {
  const answer = await head(service, '/.well-known/api-catalog');
  assert.equal(answer.field('Content-Type'), 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"');
  assert.equal(answer.field('Link'), `<${address}/.well-known/api-catalog>; rel="api-catalog"`);
});

test('every link of the catalogue leads to an answer of its type', async () => {
  const {linkset} = (await get(service, '/.well-known/api-catalog')).json;
  const links = linkset.flatMap(({anchor, ...relations}) => Object.values(relations).flat());
  assert.ok(links.length >= 7);
  for (const {href, type} of links) {
    const answer = await get(service, pathOf(href));
    assert.deepEqual([answer.status, answer.mediaType], [200, type], href);
  }
});

test('security.txt has what RFC 9116 demands, each line once', async () => {
  const {text, mediaType} = await get(service, '/.well-known/security.txt');
  assert.equal(mediaType, 'text/plain');
  const fields = text.trimEnd().split('\n').map((line) => /^([A-Za-z-]+): (\S.*)$/.exec(line).slice(1));
  assert.deepEqual(fields.map(([name]) => name), ['Contact', 'Expires', 'Policy', 'Preferred-Languages', 'Canonical']);
  const of = Object.fromEntries(fields);
  assert.equal(of.Contact, contact);
  assert.ok(Date.parse(of.Expires) > Date.now());
  assert.equal(of.Canonical, `${address}/.well-known/security.txt`);
});

test('a contact that has expired is told to the operator at the start', async () => {
  const late = await start({args: ['--security-contact', contact, '--security-expires', '2020-01-01T00:00:00Z']});
  assert.match(late.said(), /warning start: the setting security_expires has passed/);
  assert.doesNotMatch(service.said(), /security_expires/);
});

test('what the operator has not set is not there, and the answer names the setting', async () => {
  for (const [target, setting] of [['/sitemap.xml', 'public_url'], ['/.well-known/security.txt', 'security_contact']]) {
    const answer = await get(plain, target);
    check(operationOf('GET', target), answer);
    assert.equal(answer.status, 404);
    assert.match(answer.json.detail, new RegExp(`\`${setting}\``));
  }
  assert.doesNotMatch((await get(plain, '/robots.txt')).text, /Sitemap/);
});

test('robots.txt leads to the sitemap, and the sitemap to pages that are there', async () => {
  const [, sitemap] = /^Sitemap: (\S+)$/m.exec((await get(service, '/robots.txt')).text);
  const {text} = await get(service, pathOf(sitemap));
  wellFormed(text);
  const pages = strings(text, '//url/loc');
  assert.ok(pages.length > 0);
  for (const page of pages) assert.equal((await get(service, pathOf(page))).status, 200, page);
  for (const day of strings(text, '//url/lastmod')) assert.ok(Date.parse(day) > 0, day);
});
