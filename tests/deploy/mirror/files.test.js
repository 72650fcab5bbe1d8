// The files of a mirror: the same wherever they are written, whole or not there, and found out when they are changed.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import test from 'node:test';
import {editedContent, emptyFolder} from '../../contract/support/editing.js';
import {fakeClock} from '../../integration/support/clock.js';
import {exported, toolkitd, verifying} from './mirror.js';

const few = ['--embeds', 'false'];
const small = (how = {}) => exported({args: few, ...how});
const sums = (folder) => execFileSync('sh', ['-c', 'find . -type f | LC_ALL=C sort | xargs sha256sum'], {cwd: folder, encoding: 'utf8'});
const verify = (what, ...more) => toolkitd(['verify', what, ...few, ...more]);
const folder = small();

function copied() {
  const name = path.join(emptyFolder(), 'mirror');
  cpSync(folder, name, {recursive: true});
  return name;
}

test('are the same, whoever writes them, when and where; and a web server can read them', () => {
  const parent = emptyFolder();
  small({prefix: ['sh', '-c', 'umask 077; exec "$@"', 'sh', 'env', `LD_PRELOAD=${fakeClock}`, 'FAKETIME=2031-02-03 04:05:06'], cwd: parent, folder: 'mirror',
    env: {TZ: 'Asia/Tokyo', LC_ALL: 'C', LANG: 'es_ES.UTF-8'}});
  const name = path.join(parent, 'mirror');
  assert.equal(sums(name), sums(folder));
  assert.equal(sums(small({prefix: ['taskset', '-c', '0']})), sums(folder));
  assert.equal(statSync(path.join(name, 'nginx/server.conf')).mode & 0o777, 0o644);
  for (const each of [name, path.join(name, 'bodies')]) assert.equal(statSync(each).mode & 0o777, 0o755);
});

test('are named in the manifest, each body once, by its hash', () => {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const bodies = new Set(manifest.answers.flatMap((answer) => Object.values(answer.bodies)).map(({file, hash, bytes, tag}) => {
    assert.equal(statSync(path.join(folder, file)).size, bytes);
    assert.equal(file, `bodies/${hash}`);
    if (tag) assert.equal(tag, `"${hash}"`);
    return hash;
  }));
  assert.deepEqual(readdirSync(path.join(folder, 'bodies')).sort(), [...bodies].sort());
  assert.deepEqual(Object.keys(manifest.files), ['nginx/maps.conf', 'nginx/server.conf']);
  for (const place of manifest.places) {
    assert.ok(manifest.answers[place.answer], place.path);
    assert.ok(place.editions[0] <= place.editions[1] && manifest.editions[place.editions[1]], place.path);
  }
  assert.equal(manifest.editions.at(-1).until, null);
});

test('are replaced as a whole by a later export, and by nothing that fails', () => {
  const name = copied();
  const old = sums(name);
  const contentDir = editedContent({'toolkits/lereporting/toolkit.md': 'former_ids: [reporting]'});
  const failing = (call, error, when = 1) => toolkitd(['export', name, ...few], {contentDir, prefix:
    ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${when}`]});
  for (const [call, error, words, when] of [['write', 'ENOSPC', /No space left on device/, 40], ['syncfs', 'EIO', /Input\/output error/],
    ['renameat2', 'EINVAL', /cannot exchange two/]]) {
    const {code, err} = failing(call, error, when);
    assert.equal(code, 2, call);
    assert.match(err, words);
    assert.match(err, /what was there before is as it was/);
    assert.equal(sums(name), old, call);
  }
  const faulty = editedContent({'toolkits/lereporting/toolkit.md': 'nonsense: 1'});
  assert.equal(toolkitd(['export', name, ...few], {contentDir: faulty}).code, 1);
  assert.equal(sums(name), old);
  small({folder: name, contentDir});
  assert.notEqual(sums(name), old);
  assert.deepEqual(readdirSync(path.dirname(name)), ['mirror'], 'nothing is left beside it');
});

test('are written over nothing else', () => {
  const parent = emptyFolder();
  const [own, file, link] = ['own', 'file', 'link'].map((each) => path.join(parent, each));
  mkdirSync(own);
  writeFileSync(path.join(own, 'letter'), 'dear');
  writeFileSync(file, 'dear');
  symlinkSync(own, link);
  for (const name of [own, file, link]) {
    const {code, err} = toolkitd(['export', name, ...few]);
    assert.equal(code, 2, name);
    assert.match(err, /^toolkitd: cannot export to .*\n$/);
  }
  assert.equal(readFileSync(path.join(own, 'letter'), 'utf8'), 'dear');
  assert.equal(toolkitd(['export', path.join(parent, 'none/there'), ...few]).code, 2);
  const empty = path.join(parent, 'empty');
  mkdirSync(empty);
  assert.equal(toolkitd(['export', `${empty}/`, ...few]).code, 0);
});

test('are written over no file that an export did not write, nor over one that was changed since', () => {
  const changes = {
    'a file of somebody’s': [(name) => writeFileSync(path.join(name, 'robots.txt'), 'User-agent: *'), 'robots.txt'],
    'one in a folder of theirs': [(name) => {
      mkdirSync(path.join(name, '.well-known'));
      writeFileSync(path.join(name, '.well-known/token'), 'x');
    }, '.well-known'],
    'an empty folder': [(name) => mkdirSync(path.join(name, 'mine')), 'mine'],
    'one among the bodies': [(name) => writeFileSync(path.join(name, 'bodies/mine'), 'x'), 'bodies/mine'],
    'an edited file': [(name) => appendFileSync(path.join(name, 'nginx/server.conf'), '# mine'), 'nginx/server.conf'],
    'a link': [(name) => symlinkSync('/etc/hostname', path.join(name, 'bodies/link')), 'bodies/link'],
  };
  for (const [what, [change, named]] of Object.entries(changes)) {
    const name = copied();
    change(name);
    const before = execFileSync('ls', ['-lRA', '--time-style=full-iso', name], {encoding: 'utf8'});
    const {code, err} = toolkitd(['export', name, ...few]);
    assert.equal(code, 2, what);
    assert.ok(err.includes(`it holds ${named}, which is not as an export wrote it`), `${what}: ${err}`);
    assert.equal(execFileSync('ls', ['-lRA', '--time-style=full-iso', name], {encoding: 'utf8'}), before, what);
  }
});

test('that lead out of the folder are told', () => {
  const elsewhere = copied();
  const name = copied();
  rmSync(path.join(name, 'bodies'), {recursive: true});
  symlinkSync(path.join(elsewhere, 'bodies'), path.join(name, 'bodies'));
  symlinkSync(elsewhere, path.join(name, 'nginx/more'));
  const {code, out} = verify(name);
  assert.equal(code, 1);
  for (const link of ['bodies', 'nginx/more']) assert.ok(out.includes(`${link}: is a link, which may lead out of the folder\n`), out);
});

test('are verified, and every change of them is named', () => {
  assert.deepEqual([verify(folder).code, verify(folder).err], [0, '']);
  const name = copied();
  const [first, second, third] = readdirSync(path.join(name, 'bodies')).map((each) => `bodies/${each}`);
  const change = (file, edit) => writeFileSync(path.join(name, file), edit(readFileSync(path.join(name, file), 'latin1')), 'latin1');
  change(first, (bytes) => String.fromCharCode(bytes.charCodeAt(0) ^ 1) + bytes.slice(1));
  appendFileSync(path.join(name, second), 'x');
  rmSync(path.join(name, third));
  writeFileSync(path.join(name, 'bodies/\x1b[2Jextra'), '');
  change('nginx/server.conf', (text) => text.replace('no-referrer', 'unsafe-url'));
  change('manifest.json', (text) => text.replace(/"tag": "\\"./, '"tag": "\\"\x1b'));
  const {code, out} = verify(name);
  assert.equal(code, 1);
  for (const words of [`${first}: has other bytes`, `${second}: expected `, `${third}: is missing`, 'bodies/\\x1b[2Jextra: does not belong there',
    'nginx/server.conf: differs in line ', 'unsafe-url', 'manifest.json: differs in line ', '6 not as the content says']) {
    assert.ok(out.includes(words), `${words} in ${out}`);
  }
  assert.ok(!out.includes('\x1b'));
});

test('of other content are not as this content says', () => {
  const contentDir = editedContent({'toolkits/lereporting/toolkit.md': 'former_ids: [reporting]'});
  assert.equal(toolkitd(['verify', folder, ...few], {contentDir}).code, 1);
  assert.equal(verify(path.join(folder, 'none')).code, 2);
});

test('cannot be verified at an address that gives no answers, or has no TLS', () => {
  for (const address of ['http://127.0.0.1:1', 'https://127.0.0.1:1', 'ftp://127.0.0.1', 'http://127.0.0.1/?x']) {
    const {code, out, err} = verify(address, '--patience', '1');
    assert.deepEqual([code, out], [2, ''], address);
    assert.match(err, /^toolkitd: .*\n$/, address);
  }
});

test('are told from what a stranger serves, of which nothing reaches the terminal raw', async () => {
  const server = http.createServer((request, response) => {
    response.writeHead(request.url.includes('as_of') ? 400 : 200, {ETag: '"\x9b2J"', 'Content-Type': 'text/\x9b2Jhtml'});
    response.end('\x1b[2J');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const {code, out} = await verifying(`http://127.0.0.1:${server.address().port}`);
  server.close();
  assert.equal(code, 1);
  assert.match(out, /the body differs/);
  assert.match(out, /and \d+ more\n/);
  assert.match(out, /^[\n -~]*$/);
});
