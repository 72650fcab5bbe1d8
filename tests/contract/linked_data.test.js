// Linked data on the wire: who gets it, and that HTTP treats it as a representation of its own.
import assert from 'node:assert/strict';
import test from 'node:test';
import {check, operationOf} from './support/contract.js';
import {start} from './support/service.js';
import {after, at, before, rule} from './support/time.js';
import {get, head} from './support/wire.js';

const service = await start();
const kType = 'application/ld+json';
const items = ['/v1/toolkits/lereporting', '/v1/toolkits/lereporting/sections/target-audience', '/v1/resources/reporting-video', rule];
const linked = (target, fields) => get(service, target, {Accept: kType, ...fields});

for (const [accept, type] of [
  ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', kType],
  ['application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded";q=1.0, application/json;q=0.5', kType],
  ['application/ld+json;charset=utf-8', kType],
  ['application/ld+json;q=.9, application/json;q=0.5000', kType],
  ['application/json;charset=utf-8, application/ld+json;q=0.1', 'application/json'],
  ['application/json;q=0.9000, application/ld+json;q=.5', 'application/json'],
  ['text/html;level="1,2;q=0";q=.1, */*;q=.1', 'application/json'],
]) {
  test(`Accept: ${accept} is answered with ${type}`, async () => {
    assert.equal((await get(service, items[0], {Accept: accept})).field('Content-Type'), type);
  });
}

for (const item of items) {
  test(`${item} is linked data, as documented, to those who prefer it`, async () => {
    const answer = await linked(item);
    assert.equal(answer.field('Content-Type'), kType);
    assert.ok(answer.field('Vary').split(', ').includes('Accept'));
    check(operationOf('GET', item), answer);
    assert.equal(answer.json['@id'], item);
  });

  test(`the JSON of ${item} says that there is linked data`, async () => {
    const plain = await get(service, item);
    assert.equal(plain.mediaType, 'application/json');
    assert.ok(plain.field('Link').endsWith(`<${item}>; rel="alternate"; type="${kType}"`), plain.field('Link'));
    assert.ok(!(await linked(item)).field('Link').includes('alternate'));
  });
}

for (const [accept, type] of [
  ['*/*', 'application/json'], ['application/json', 'application/json'], ['text/html', 'application/json'],
  [`${kType}, application/json`, 'application/json'], [`${kType}, application/json;q=0.9`, kType], [`${kType};q=0.1`, kType],
  [`${kType}, */*;q=0.1`, kType], [`${kType};q=0, */*`, 'application/json'],
]) {
  test(`Accept: ${accept} gives ${type}`, async () =>
    assert.equal((await get(service, rule, {Accept: accept})).mediaType, type));
}

test('it tells whether the rule is in force at each instant, and when it stops to be so', async () => {
  const told = async (instant) => (await linked(`${rule}?as_of=${instant}`)).json;
  assert.equal((await told(before)).legislationLegalForce['@id'], 'https://schema.org/NotInForce');
  assert.equal((await told(at)).legislationLegalForce['@id'], 'https://schema.org/InForce');
  assert.equal((await told(after)).legislationLegalForce['@id'], 'https://schema.org/InForce');
  assert.equal((await told(before)).subjectOf.expires, at);
});

test('it has a tag of its own, which gives 304 to those who ask for it alone', async () => {
  const tag = (await linked(rule)).field('ETag');
  assert.notEqual(tag, (await get(service, rule)).field('ETag'));
  assert.equal((await linked(rule, {'If-None-Match': tag})).status, 304);
  assert.equal((await get(service, rule, {'If-None-Match': tag})).status, 200);
});

test('HEAD tells the same of it as GET', async () => {
  const [whole, fields] = [await linked(rule), await head(service, rule, {Accept: kType})];
  for (const name of ['Content-Type', 'ETag', 'Vary', 'Link', 'Content-Length']) assert.equal(fields.field(name), whole.field(name));
});

test('the service’s own sentences in it are in the language that is asked for', async () => {
  const sentence = async (query) => (await linked(`${items[2]}${query}`)).json.creativeWorkStatus.description;
  assert.equal((await sentence(''))['@language'], 'en');
  assert.equal((await sentence('?lang=es'))['@language'], 'es');
  assert.notEqual((await sentence('?lang=es'))['@value'], (await sentence(''))['@value']);
});
