import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {contract} from './support/contract.js';
import {root, run} from './support/service.js';

const api = path.join(root, 'api');

function tool(name, ...args) {
  const command = path.join(root, 'tests/node_modules/.bin', name);
  const env = {...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true'};
  const {status, stdout, stderr, error} = spawnSync(command, args, {cwd: api, encoding: 'utf8', env});
  assert.equal(status, 0, error?.message ?? stdout + stderr);
}

test('the document passes redocly without a warning', () => tool('redocly', 'lint', 'toolkitd', '--max-problems=100'));

test('the document passes spectral without a hint', () => tool('spectral', 'lint', '--fail-severity=hint', 'openapi.yaml'));

test('the document has the version of the program', async () => {
  const [, version] = /project\(toolkitd VERSION ([\d.]+)/.exec(readFileSync(path.join(root, 'CMakeLists.txt'), 'utf8'));
  assert.equal(contract.info.version, version);
  assert.match(await run('--version'), new RegExp(`\\b${version.replaceAll('.', '\\.')}\\b`));
});
