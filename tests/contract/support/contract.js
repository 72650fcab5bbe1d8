// api/openapi.yaml as the tests see it: its operations, and for each answer whether the document allows it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import {schemaAt} from './schemas.js';
import {root, run} from './service.js';

export const file = path.join(root, 'api/openapi.yaml');
export const contract = parse(readFileSync(file, 'utf8'));

const kMethods = ['get', 'head', 'options'];

// What HTTP itself puts on any message, and what `content` documents.
const kUndocumented = new Set(['content-type', 'content-length', 'connection', 'keep-alive']);

// [{method, template, operation, parameters}], one for each operation of the document.
export const operations = Object.entries(contract.paths).flatMap(([template, item]) =>
  kMethods.filter((method) => item[method]).map((method) => ({
    method: method.toUpperCase(),
    template,
    operation: item[method],
    parameters: (item.parameters ?? []).map(resolve),
  })));

// The same with those of its query that it cannot do without.
export function sampleTarget(template, parameters) {
  const needed = parameters.filter((each) => each.in === 'query' && each.required)
    .map(({name, example}) => `${name}=${encodeURIComponent(example)}`);
  return [samplePath(template, parameters), ...(needed.length ? [needed.join('&')] : [])].join('?');
}

export function operationOf(method, target) {
  const segments = target.split('?')[0].split('/');
  const fits = ({template}) => {
    const wanted = template.split('/');
    return wanted.length === segments.length && wanted.every((each, i) => each === segments[i] || each.startsWith('{'));
  };
  return operations.filter((each) => each.method === method).sort(byBraces).find(fits) ??
    assert.fail(`the document has no ${method} ${target}`);
}

// The document cannot know the names of a build's style sheets: one that a page links.
const [, asset] = /\/assets\/([^"]+)/.exec(await run('show', '/embed/lereporting'));

// A template with the document's own examples of its parameters in place.
export function samplePath(template, parameters) {
  return template.replace(/{(\w+)}/g, (_, name) =>
    (name === 'asset' ? asset : parameters.find((each) => each.in === 'path' && each.name === name).example));
}

// The key of the documented response for a status: the code itself, or its class.
export const responseKey = (operation, status) =>
  [String(status), `${Math.floor(status / 100)}XX`].find((key) => operation.responses[key]);

// Fails unless the document allows this answer to this operation; returns the key of the response that does.
export function check({method, template, operation}, answer) {
  const what = `${method} ${template} ${answer.status}`;
  const key = responseKey(operation, answer.status) ?? assert.fail(`${what} is not documented: ${answer.text}`);
  const response = resolve(operation.responses[key]);
  checkFields(response.headers ?? {}, answer, what);
  if (method !== 'HEAD') checkContent(response.content, answer, what);
  return key;
}

function checkFields(headers, answer, what) {
  const documented = new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), resolve(header)]));
  for (const [name, header] of documented) {
    const value = answer.field(name);
    if (value === undefined) assert.ok(!header.required, `${what}: the field ${name} is missing`);
    else valid(header.schema, header.schema.type === 'integer' ? Number(value) : value, `${what}: ${name}: ${value}`);
  }
  const surplus = answer.fields.map(([name]) => name)
    .filter((name) => !documented.has(name.toLowerCase()) && !kUndocumented.has(name.toLowerCase()));
  assert.deepEqual(surplus, [], `${what}: fields that the document does not list`);
}

function checkContent(content, answer, what) {
  if (!content) return assert.equal(answer.body.length, 0, `${what}: content that the document does not list`);
  const media = content[answer.mediaType] ?? assert.fail(`${what}: ${answer.mediaType} is not documented`);
  valid(media.schema, answer.mediaType.endsWith('json') ? answer.json : answer.text, what);
}

function valid(schema, value, what) {
  const validate = schemaAt(schema, contract.components.schemas);
  assert.ok(validate(value), `${what}: ${JSON.stringify(validate.errors, null, 1)}`);
}

function resolve(object) {
  if (!object.$ref) return object;
  return resolve(object.$ref.slice(2).split('/').reduce((at, key) => at[key], contract));
}

const byBraces = (a, b) => a.template.split('{').length - b.template.split('{').length;
