// Each case of the suite, held against the real binary.
import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {startToolkitd} from './servers.js';
import {hold, subjects, titleOf} from './suite.js';

const server = await startToolkitd();
const kAtATime = 16;

for (const [subject, cases] of Object.entries(subjects)) {
  describe(subject, {concurrency: kAtATime}, () => {
    for (const each of cases) test(titleOf(each), () => hold(server, each));
  });
}

test('every case has a name of its own, and says where it stands', () => {
  const all = Object.values(subjects).flat();
  const titles = all.map(titleOf);
  assert.deepEqual(titles.filter((title, i) => titles.indexOf(title) !== i), []);
  for (const {section} of all) assert.match(section, /^(9110|9111|9112) ([A-C]|\d+)(\.\d+)*$/);
});
