import assert from 'node:assert/strict';
import test from 'node:test';
import {contract, operationOf, operations, responseKey, samplePath} from './support/contract.js';
import {answerTo, examples, valueOf} from './support/examples.js';
import {startConfigured} from './support/configured.js';
import {start} from './support/service.js';
import {send} from './support/wire.js';

const service = await start();

for (const [name, example] of Object.entries(examples)) {
  test(`the example ${name} is the real answer to ${example['x-request']}`, async () => {
    const answer = await answerTo(service, example);
    assert.deepEqual(example.value, valueOf(answer), 'run tests/contract/update-examples');
  });

  test(`the example ${name} stands with the operation that it is of`, async () => {
    const [method, target] = example['x-request'].split(' ');
    const {status} = await answerTo(service, example);
    const {operation} = operationOf(method === 'POST' ? 'GET' : method, target);
    const response = operation.responses[responseKey(operation, status)];
    const content = (response.$ref ? contract.components.responses[response.$ref.split('/').pop()] : response).content;
    const shown = Object.values(content).flatMap((media) => Object.keys(media.examples ?? {}));
    assert.ok(shown.includes(name), `${shown}`);
  });
}

test('every kind of answer has an example', () => {
  const responses = [...Object.values(contract.paths).flatMap((item) => Object.values(item.get.responses)),
    ...Object.values(contract.components.responses)];
  const contents = responses.flatMap((response) => Object.entries(response.content ?? {}));
  const media = contents.map(([, each]) => each).filter(({schema}) => schema.$ref);
  const shown = new Set(media.filter((each) => each.examples).map(({schema}) => schema.$ref));
  for (const {schema} of media) assert.ok(shown.has(schema.$ref), schema.$ref);
  const types = new Set(contents.filter(([, {examples: some}]) => some).map(([type]) => type));
  for (const type of ['text/html', 'application/atom+xml', 'text/xml']) assert.ok(types.has(type), type);
});

const exampleOf = ({example, examples: some, schema}) => example ?? Object.values(some ?? {})[0]?.value ?? schema.default;

// As Postman imports the document: with every parameter, and the value that its example has.
test('a first call with every parameter’s example succeeds', async () => {
  const configured = await startConfigured();
  for (const {method, template, parameters} of operations.filter((each) => each.method === 'GET')) {
    const named = (where) => parameters.filter((each) => each.in === where).map((each) => [each.name, exampleOf(each)]);
    for (const [name, value] of [...named('query'), ...named('header')]) assert.ok(value !== undefined, `${template}: ${name}`);
    const query = new URLSearchParams(named('query')).toString();
    const target = samplePath(template, parameters) + (query && `?${query}`);
    const {status, text} = await send(configured, method, target, Object.fromEntries(named('header')));
    assert.ok(status < 400, `${target}: ${status} ${text}`);
  }
});
