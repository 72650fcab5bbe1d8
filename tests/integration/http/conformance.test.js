// Each case of the suite, held against the real binary.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {startToolkitd} from './servers.js';
import {each as forEach, hold, subjects, titleOf} from './suite.js';

const server = await startToolkitd();
const kAtATime = 16;
const kPiece = 1;
const kShort = 2_000;

const isText = (step) => typeof step === 'string';
const isShort = ({send}) => typeof send === 'function' || [send].flat().filter(isText).join('').length < kShort;

for (const [subject, cases] of Object.entries(subjects)) {
  describe(subject, {concurrency: kAtATime}, () => {
    for (const each of cases) test(titleOf(each), () => hold(server, each));
  });
}

describe('bytes that come in small pieces', {concurrency: 2}, () => {
  for (const [subject, cases] of Object.entries(subjects)) {
    test(`mean the same: ${subject}`, () => forEach(cases.filter(isShort), async (each) => {
      await hold(server, each, kPiece).catch((error) => assert.fail(`${titleOf(each)}: ${error.message}`));
    }));
  }
});

test('every case has a name of its own, and says where it stands', () => {
  const all = Object.values(subjects).flat();
  const titles = all.map(titleOf);
  assert.deepEqual(titles.filter((title, i) => titles.indexOf(title) !== i), []);
  for (const {section} of all) assert.match(section, /^(9110|9111|9112) ([A-C]|\d+)(\.\d+)*$/);
});
