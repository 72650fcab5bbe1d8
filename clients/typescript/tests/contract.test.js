// The package and api/openapi.yaml: generated from it as it is now, and no change that breaks the promise compiles.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import openapiTS, {astToString, COMMENT_HEADER} from 'openapi-typescript';
import {faultsOf} from './support/compile.js';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const contract = read('../../../api/openapi.yaml');
const generated = async (document) => COMMENT_HEADER + astToString(await openapiTS(document));

// As faultsOf gives them, for a contract in which `from` stands as `to`.
async function afterChange(from, to) {
  const changed = contract.replaceAll(from, to);
  assert.notEqual(changed, contract, `the contract holds nothing like ${from}`);
  return faultsOf(await generated(changed));
}

test('the built package has the types of the contract as it is now', async () => {
  assert.equal(read('../dist/contract.d.ts'), await generated(contract), 'build the package again: npm run build');
});

test('sources and a program that uses everything compile with today’s contract', async () => {
  assert.deepEqual(faultsOf(await generated(contract)), []);
});

for (const [name, from, to] of [
  ['a key of every answer is renamed', 'rights: {$ref: "#/components/schemas/RightsNotice"}', 'terms: {$ref: "#/components/schemas/RightsNotice"}'],
  ['a value gets another type', 'type: [boolean, "null"]', 'type: [string, "null"]'],
  ['a value may be null that could not be', 'title: {$ref: "#/components/schemas/Line"}', 'title: {oneOf: [{$ref: "#/components/schemas/Line"}, {type: "null"}]}'],
  ['a key may be missing that could not be', 'required: [markdown, html, text]', 'required: [markdown, text]'],
  ['a word is removed', 'stayed, enjoined, vacated', 'stayed, vacated'],
  ['a path is renamed', '  /v1/regulation-status:', '  /v1/regulation-flag:'],
  ['a parameter of a path is renamed', 'name: as_of', 'name: at'],
  ['a filter is renamed', '      name: kind', '      name: sort'],
  ['a path answers something else', 'schema: {$ref: "#/components/schemas/RightsAnswer"}', 'schema: {$ref: "#/components/schemas/StatusAnswer"}'],
  ['a problem no longer names the parameter', 'parameter: {$ref: "#/components/schemas/Line"}', 'name: {$ref: "#/components/schemas/Line"}'],
]) {
  test(`nothing compiles when ${name}`, async () => {
    const faults = await afterChange(from, to);
    assert.ok(faults.some((each) => /^(src|tests\/types)\//.test(each)), faults.join('\n'));
  });
}

for (const [name, from, to] of [
  ['a key', 'rights: {$ref: "#/components/schemas/RightsNotice"}', 'rights: {$ref: "#/components/schemas/RightsNotice"}\n        thanks: {type: string}'],
  ['a word', 'stayed, enjoined, vacated', 'stayed, enjoined, paused, vacated'],
  ['a parameter', '- $ref: "#/components/parameters/AsOf"', '- $ref: "#/components/parameters/AsOf"\n      - {name: tone, in: query, schema: {type: string}}'],
]) {
  test(`everything compiles when ${name} is added`, async () => assert.deepEqual(await afterChange(from, to), []));
}

test('a parameter that the contract adds is an option by its name, and only then', async () => {
  const use = fileURLToPath(new URL('types/use-tone.ts', import.meta.url));
  const program = 'import {ToolkitClient} from "@toolkitd/client";\nnew ToolkitClient("").rights({tone: "plain"});\n';
  const added = contract.replaceAll('- $ref: "#/components/parameters/AsOf"', '- $ref: "#/components/parameters/AsOf"\n      - {name: tone, in: query, schema: {type: string}}');
  assert.deepEqual(faultsOf(await generated(added), {[use]: program}), []);
  assert.notDeepEqual(faultsOf(await generated(contract), {[use]: program}), []);
});

test('every content path of the contract has a method, or is not for those who show content', () => {
  const feeds = ['/v1', '/v1/toolkits/{toolkit}'].flatMap((of) => [`${of}/feed.json`, `${of}/feed.atom`]);
  const others = ['/v1', '/v1/problems', '/v1/problems/{problem}', ...feeds];
  const paths = [...contract.matchAll(/^ {2}(\/v1[^:]*):$/gm)].map(([, path]) => path);
  const served = [...read('../src/content.ts').matchAll(/'(\/v1[^']*)'/g)].map(([, path]) => path);
  assert.deepEqual(paths.sort(), [...served, ...others].sort());
});
