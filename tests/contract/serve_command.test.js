// The command that the README shows first, with what is built already.
import assert from 'node:assert/strict';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {launch, root} from './support/service.js';
import {get} from './support/wire.js';

const command = path.join(root, 'script/serve');

async function flagOf(args, cwd) {
  const service = await launch(command, ['--port', '0', ...args], {cwd});
  try {
    return (await get(service, '/v1/regulation-status')).status;
  } finally {
    await service.stop();
  }
}

for (const cwd of [root, tmpdir()]) {
  test(`script/serve typed in ${cwd === root ? 'the clone' : 'another folder'} serves the clone's content by its settings`, async () =>
    assert.equal(await flagOf([], cwd), 200));
}

test('script/serve takes other settings', async () => assert.equal(await flagOf(['--config=/dev/null'], tmpdir()), 404));
