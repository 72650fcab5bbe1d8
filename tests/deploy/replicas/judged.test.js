// What judges the replicas under load would see what must not be.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {riseOf} from '../../soak/watch.js';
import {Ledger} from '../support/ledger.js';

const answer = ({revision = 'r1', title = 'Edition 1', tag = '"1"', connection = 1, status = 200}) => ({
  target: '/v1', connection, status, tag, body: Buffer.from(JSON.stringify({data: {title}, meta: {content_revision: revision}})),
});

function entered(...answers) {
  const ledger = new Ledger();
  for (const each of answers) ledger.enter(answer(each));
  return ledger;
}

const kSecond = {revision: 'r2', title: 'Edition 2', tag: '"2"'};

test('the ledger is content with an edit that all see in order', () => {
  const ledger = entered({}, kSecond, {connection: 2}, {...kSecond, connection: 2});
  assert.deepEqual(ledger.failures, []);
  assert.deepEqual(ledger.wentBack(['r1', 'r2']), []);
  assert.equal(ledger.changes().length, 2);
});

test('it sees a mixed answer, a tag for two contents, and two tags for one', () => {
  assert.equal(entered({}, {title: 'Edition 2', tag: '"2"'}).failures.length, 2, 'other bytes of the same revision');
  assert.equal(entered({}, {revision: 'r2', title: 'Edition 2'}).failures.length, 1, 'the same tag for other bytes');
  assert.equal(entered({}, {tag: '"2"'}).failures.length, 1);
});

test('it sees a status that is none, and content that goes back', () => {
  assert.deepEqual(entered({status: 503}).failures, ['/v1: status 503']);
  assert.deepEqual(entered({}, kSecond, {}).wentBack(['r1', 'r2']), [['r1', 'r2', 'r1']]);
  assert.deepEqual(entered(kSecond, {connection: 2}).wentBack(['r1', 'r2']), []);
});

test('memory that goes up and down does not rise, and a leak below that does', () => {
  const samples = (value) => Array.from({length: 300}, (_, i) => ({at: i * 1000, value: value(i)}));
  assert.ok(Math.abs(riseOf(samples((i) => 30 + 10 * (i % 3)))) < 1);
  assert.ok(riseOf(samples((i) => 30 + 10 * (i % 3) + i / 30)) > 9);
});
