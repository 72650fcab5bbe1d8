// The README's questions, typed as they stand, get the answers that stand under them.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {root, start} from './support/service.js';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const questions = [...readme.matchAll(/```sh\n(curl [^\n]+)\n```\n\n```(?:json|text)\n(.*?)```/gs)]
  .map(([, command, answer]) => ({command, answer}));

let service;
before(async () => { service = await start(); });
after(() => service.stop());

test('the README asks five questions', () => assert.equal(questions.length, 5));

for (const {command, answer} of questions) {
  test(`the README tells the answer to: ${command}`, () => {
    const here = command.replaceAll('127.0.0.1:8080', `${service.host}:${service.port}`);
    assert.equal(execFileSync('bash', ['-c', here], {encoding: 'utf8'}), answer);
  });
}
