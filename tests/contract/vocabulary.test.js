// Linked data keeps to schema.org's own vocabulary; and what does not keep to it is found.
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {editedSettings} from './support/editing.js';
import {crawl} from './support/paths.js';
import {root, run, settings, start} from './support/service.js';
import {faultsOf} from './support/vocabulary.js';
import {get} from './support/wire.js';

const base = 'https://toolkits.example/v1/toolkits/guide';
const about = (members) => faultsOf({'@context': 'https://schema.org', '@type': 'WebPage', '@id': base, ...members}, base);

for (const [what, members] of [
  ['a page with a name', {name: 'A guide'}],
  ['a month for a date', {dateModified: '2024-01'}],
  ['a property of a type above', {hasPart: {'@type': 'VideoObject', name: 'A video', duration: 'PT1H5M'}}],
  ['an address of ours without its beginning', {usageInfo: '/v1/rights'}],
  ['a member of an enumeration', {about: {'@type': 'Legislation', legislationLegalForce: {'@id': 'https://schema.org/InForce'}}}],
  ['a text with its language', {description: {'@value': 'Una guía', '@language': 'es'}}],
  ['a property read from its other end', {about: {'@type': 'Legislation', '@reverse': {legislationCorrects: {'@type': 'Legislation', name: 'x'}}}}],
]) {
  test(`${what} is in order`, async () => assert.deepEqual(await about(members), []));
}

for (const [what, members, fault] of [
  ['a made-up property', {freshness: 'new'}, 'it.freshness: there is no such property'],
  ['a made-up property further down', {hasPart: {'@type': 'Report', name: 'x', freshness: 'x'}}, 'it.hasPart.freshness: there is no such property'],
  ['a made-up type', {hasPart: {'@type': 'Toolkit', name: 'x'}}, 'it.hasPart may not be a Toolkit'],
  ['no type', {publisher: {name: 'x'}}, 'it.publisher may not be a '],
  ['a property of another type', {duration: 'PT5M'}, 'it.duration is not for WebPage'],
  ['a value of another type', {publisher: {'@type': 'Legislation', name: 'x'}}, 'it.publisher may not be a Legislation'],
  ['a text for a thing', {audience: 'attorneys'}, 'it.audience may not be "attorneys"'],
  ['words for a date', {dateModified: 'January 2024'}, 'it.dateModified may not be "January 2024"'],
  ['words for a duration', {timeRequired: '5 mins'}, 'it.timeRequired may not be "5 mins"'],
  ['a member of another enumeration', {about: {'@type': 'Legislation', legislationLegalForce: {'@id': 'https://schema.org/InStock'}}}, 'it.about.legislationLegalForce may not be http'],
  ['a superseded property', {encodings: {'@type': 'MediaObject', name: 'x'}}, 'it.encodings is superseded'],
  ['a property read from an end that it has not', {'@reverse': {legislationCorrects: {'@type': 'Legislation', name: 'x'}}}, 'it^legislationCorrects may not be a WebPage'],
]) {
  test(`${what} is found`, async () => {
    const faults = await about(members);
    assert.ok(faults[0]?.startsWith(fault), JSON.stringify(faults));
  });
}

test('a document that needs a context from elsewhere is none of ours', () =>
  assert.rejects(faultsOf({'@context': 'https://example.org/context', name: 'x'}, base)));

const samples = [
  ['the real content', path.join(root, 'config/content'), settings],
  ...['minimal', 'shapes'].map((name) => [`the content "${name}"`, path.join(root, 'tests/data/valid', name),
    editedSettings(settings, (text) => text.replace(/^primary_regulation.*$/m, 'primary_regulation = "sample-rule"'))]),
];

for (const [what, contentDir, config] of samples) {
  const service = await start({contentDir, config});
  test(`every document about ${what} is in order, in every edition`, async () => {
    const told = await run('timeline', '--content', contentDir, '--config', config);
    const instants = new Set(told.match(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g));
    let looked = 0;
    for (const instant of ['0001-01-01T00:00:00Z', ...instants]) {
      for (const target of await crawl(service, `?as_of=${instant}`)) {
        const answer = await get(service, target, {Accept: 'application/ld+json'});
        if (answer.mediaType !== 'application/ld+json') continue;
        assert.deepEqual(await faultsOf(answer.json, `http://service.example${target}`), [], target);
        ++looked;
      }
    }
    assert.ok(looked > 0);
  });
}
