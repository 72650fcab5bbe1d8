import assert from 'node:assert/strict';
import test from 'node:test';
import {contract, operationOf, responseKey} from './support/contract.js';
import {answerTo, examples, steady} from './support/examples.js';
import {start} from './support/service.js';

const service = await start();

for (const [name, example] of Object.entries(examples)) {
  test(`the example ${name} is the real answer to ${example['x-request']}`, async () => {
    const answer = await answerTo(service, example);
    assert.deepEqual(example.value, steady(answer.json), 'run tests/contract/update-examples');
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
  const media = responses.flatMap((response) => Object.values(response.content ?? {})).filter(({schema}) => schema.$ref);
  const shown = new Set(media.filter((each) => each.examples).map(({schema}) => schema.$ref));
  for (const {schema} of media) assert.ok(shown.has(schema.$ref), schema.$ref);
});
