// Many at once ask for what is not in the cache.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {until} from '../../attack/process.js';
import {ask} from './support/ask.js';
import {behindEach, kNoon} from './support/suites.js';

const kClients = 40;
const kPatience = 60_000;
const kTarget = '/v1/toolkits/lereporting';
const kOther = '/livez';
const collapses = (name) => name !== 'HAProxy';

behindEach('all at once', {clockAt: kNoon, patient: true, seconds: 3600}, (stage, name) => {
  // What `kClients` are answered who all ask before the service has answered any, and how often that was asked.
  async function crowd(target) {
    const {front, origin} = stage;
    const before = origin.asked(target);
    const open = origin.shut(target);
    const crowded = Array.from({length: kClients}, () => ask(front, target));
    crowded.forEach((answer) => answer.catch(() => {})); // told below
    await until(() => origin.asked(target) > before, 'the service is asked', kPatience);
    // Who comes after them is answered, so they have been read.
    for (let i = 0; i < kClients; ++i) assert.equal((await ask(front, kOther)).status, 200);
    if (!collapses(name)) await until(() => origin.asked(target) === before + kClients, 'the service is asked by each', kPatience);
    open();
    const answers = await Promise.all(crowded);
    return {answers, asked: origin.asked(target) - before};
  }

  test(`${collapses(name) ? 'cost' : 'do not cost'} the service one request, and each is answered`, async () => {
    const {answers, asked} = await crowd(kTarget);
    for (const got of answers) {
      assert.equal(got.status, 200);
      assert.equal(got.text, answers[0].text);
    }
    assert.equal(asked, collapses(name) ? 1 : kClients);
  });

  test(`${collapses(name) ? 'cost' : 'do not cost'} it one for what is not there, either`, async () => {
    const {answers, asked} = await crowd('/v1/nothing');
    for (const got of answers) assert.equal(got.status, 404);
    assert.equal(asked, collapses(name) ? 1 : kClients);
  });
});
