// The command that the README shows first, with what is built already.
import assert from 'node:assert/strict';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {editedSettings} from './support/editing.js';
import {launch, root} from './support/service.js';
import {get} from './support/wire.js';

const command = path.join(root, 'script/serve');

async function statusOf(target, args, cwd) {
  const service = await launch(command, ['--port', '0', ...args], {cwd});
  try {
    return (await get(service, target)).status;
  } finally {
    await service.stop();
  }
}

for (const cwd of [root, tmpdir()]) {
  test(`script/serve typed in ${cwd === root ? 'the clone' : 'another folder'} serves the clone's content by its settings`, async () =>
    assert.equal(await statusOf('/v1/regulation-status', [], cwd), 200));
}

test('script/serve takes other settings', async () => {
  const config = editedSettings('/dev/null', () => 'metrics = false\n');
  assert.equal(await statusOf('/metrics', [`--config=${config}`], tmpdir()), 404);
  assert.equal(await statusOf('/metrics', [], tmpdir()), 200);
});
