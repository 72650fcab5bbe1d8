// The commands of docs/operations.md, typed as they stand there, in a folder in the place of the system's root.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {after, test} from 'node:test';
import {until} from '../../attack/process.js';
import {emptyFolder} from '../../contract/support/editing.js';
import {binary, root, start} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';

const page = fs.readFileSync(path.join(root, 'docs/operations.md'), 'utf8');
const system = emptyFolder();
for (const folder of ['usr/bin', 'usr/lib', 'etc/systemd/system']) fs.mkdirSync(path.join(system, folder), {recursive: true});
const inside = (file) => path.join(system, file);
const kTitle = 'etc/toolkitd/content/toolkits/lereporting/toolkit.md';
const kSettings = 'etc/toolkitd/service.toml';

// The blocks of a language in a section, up to the next heading.
function blocks(heading, language = 'sh') {
  const [, section] = page.split(new RegExp(`^##+ ${heading}$`, 'm'));
  assert.ok(section, `operations.md has no section ${heading}`);
  return [...section.split(/^##+ /m)[0].matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text]) => text);
}

const [kInstall] = blocks('Put it up');
const [kKeep, kThen] = blocks('Upgrade');
const [kRollback] = blocks('Rollback');
const [kBackup, kRestore] = blocks('Backup');

// Runs a block up to its first mistake, but for what speaks to systemd and to the service that it runs.
function type(block) {
  const lines = block.split('\n').filter((line) => !/^(systemctl|toolkitd health) /.test(line)).join('\n')
    .replaceAll(/(?<=\s)\/(?=(?:usr|etc)\/)/g, `${system}/`).replaceAll(/(-C|cd) \/ /g, `$1 ${system} `)
    .replaceAll('build/release/toolkitd', binary);
  const backups = inside('root');
  return spawnSync('sh', ['-e', '-c', lines.replaceAll('toolkitd-backup', `${backups}-backup`)],
    {encoding: 'utf8', cwd: root, env: {...process.env, PATH: `${inside('usr/bin')}:${process.env.PATH}`}});
}

function typed(block) {
  const {status, stdout, stderr} = type(block);
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

const read = (file) => fs.readFileSync(inside(file), 'utf8');
const entitle = (title) => fs.writeFileSync(inside(kTitle), read(kTitle).replace(/^title: .*$/m, `title: ${title}`));
const titled = async (service) => (await get(service, '/v1/toolkits/lereporting')).json.data.title;

let service;
after(() => service?.stop());

test('what is installed has a program, its content, its settings and its units', () => {
  typed(kInstall);
  for (const name of ['usr/bin/toolkitd', 'usr/lib/toolkitd/toolkitd-fetch.so', kTitle, kSettings]) assert.ok(fs.existsSync(inside(name)), name);
  for (const name of fs.readdirSync(path.join(root, 'deploy/systemd'))) assert.ok(fs.existsSync(inside(`etc/systemd/system/${name}`)), name);
  const unit = read('etc/systemd/system/toolkitd.service');
  const [, program, settings, content] = /^ExecStart=(\S+) serve --config (\S+) --content (\S+)$/m.exec(unit);
  for (const named of [program, settings, content]) assert.ok(fs.existsSync(inside(named)), named);
});

test('installed again, the program is replaced, and neither content nor settings are touched', () => {
  entitle('Edited');
  fs.rmSync(inside('etc/toolkitd/content/audience.md'));
  fs.appendFileSync(inside(kSettings), 'max_age = 7\n');
  fs.writeFileSync(inside('usr/bin/toolkitd'), 'an older program');
  typed(kInstall);
  assert.match(read(kTitle), /^title: Edited$/m);
  assert.equal(fs.existsSync(inside('etc/toolkitd/content/audience.md')), false);
  assert.match(read(kSettings), /^max_age = 7$/m);
  assert.ok(fs.readFileSync(inside('usr/bin/toolkitd')).equals(fs.readFileSync(binary)));
  fs.cpSync(path.join(root, 'config/content/audience.md'), inside('etc/toolkitd/content/audience.md'));
});

test('before an upgrade the program is kept, and content or settings that the new one refuses are told', () => {
  fs.writeFileSync(inside('usr/bin/toolkitd'), 'the program before');
  typed(kKeep);
  assert.equal(read('usr/bin/toolkitd.previous'), 'the program before');
  const whole = read(kTitle);
  fs.writeFileSync(inside(kTitle), whole.replace(/^title: .*$/m, 'title: [never closed'));
  assert.match(type(kKeep).stdout + type(kKeep).stderr, /toolkit\.md:\d+:\d+/);
  fs.writeFileSync(inside(kTitle), whole);
  const settings = read(kSettings);
  fs.appendFileSync(inside(kSettings), 'no_such_setting = 1\n');
  assert.match(type(kKeep).stderr, /no_such_setting/);
  fs.writeFileSync(inside(kSettings), settings);
  typed(kInstall);
  assert.match(typed(kThen), /^toolkitd \d/m);
});

test('a rollback brings the program before back', () => {
  fs.writeFileSync(inside('usr/bin/toolkitd'), 'the program after');
  typed(kRollback);
  assert.equal(read('usr/bin/toolkitd'), 'the program before');
  typed(kInstall);
});

test('content comes back from a backup, while the service runs', async () => {
  fs.mkdirSync(inside('etc/systemd/system/toolkitd.socket.d'));
  fs.writeFileSync(inside('etc/systemd/system/toolkitd.socket.d/override.conf'), blocks('Port and address under systemd', 'ini')[0]);
  service = await start({contentDir: inside('etc/toolkitd/content'), config: inside(kSettings), args: ['--embeds', 'false']});
  typed(kBackup);
  entitle('After the backup');
  await until(async () => (await titled(service)) === 'After the backup', 'it is live', 60_000);
  typed(kRestore);
  await until(async () => (await titled(service)) === 'Edited', 'it is restored', 60_000);
  assert.match(read('etc/toolkitd/restored/etc/systemd/system/toolkitd.socket.d/override.conf'), /^ListenStream=127/m);
  assert.notEqual(type(kRestore).status, 0, 'a second time it would have overwritten what the first replaced');
});

test('another port is one that systemd takes', () => {
  const units = inside('etc/systemd/system');
  const said = spawnSync('systemd-analyze', ['verify', '--man=no', path.join(units, 'toolkitd.socket')],
    {encoding: 'utf8', env: {...process.env, SYSTEMD_UNIT_PATH: `${units}:`}});
  assert.deepEqual(said.stderr.split('\n').filter((line) => /toolkitd\.socket/.test(line)), []);
});

test('every unit that the page names is one that is shipped', () => {
  const shipped = new Set(fs.readdirSync(path.join(root, 'deploy/systemd')));
  const lines = [...page.matchAll(/^(?:systemctl (?:enable|start|stop|restart|reload)|journalctl) .*$/gm)].map(([line]) => line);
  assert.ok(lines.length > 5);
  for (const line of lines) {
    for (const [name] of line.matchAll(/\btoolkitd\b[\w.-]*/g)) assert.ok(shipped.has(name.includes('.') ? name : `${name}.service`), line);
  }
});
