// Debian's WordPress with MariaDB behind a socket in a folder of its own, and PHP's server on free ports of the loopback interface: one
// site that knows nothing of the service, and one that trusts it as its documentation says. Both show the same posts.
import {execFileSync, spawn} from 'node:child_process';
import {cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {emptyFolder} from '../../../contract/support/editing.js';

const kShipped = '/usr/share/wordpress';
const here = fileURLToPath(new URL('.', import.meta.url));
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

// Resolves once it says that it is ready: with what it said up to then.
function started(command, args, ready, env = {}) {
  const child = spawn(command, args, {env: {...process.env, PATH: `${process.env.PATH}:/usr/sbin`, ...env}, stdio: ['ignore', 'pipe', 'pipe']});
  running.add(child);
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        if (ready.test(said)) resolve(said);
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${said}`)));
  });
}

// Without its tables of privileges: whoever reaches the socket, which is this test alone, may do all.
async function startDatabase(folder) {
  mkdirSync(path.join(folder, 'data'));
  const user = process.getuid() === 0 ? ['--user=root'] : [];
  await started('mariadbd', ['--no-defaults', ...user, `--datadir=${folder}/data`, `--socket=${folder}/db.sock`, `--pid-file=${folder}/db.pid`,
    '--skip-networking', '--skip-grant-tables', '--innodb-log-file-size=8M', '--innodb-flush-log-at-trx-commit=0'], /ready for connections/);
}

// WordPress's files, but for its configuration, which belongs to whoever installs it.
function site(folder, name, functions) {
  const root = path.join(folder, name);
  mkdirSync(root);
  for (const entry of readdirSync(kShipped).filter((each) => each.endsWith('.php') && each !== 'wp-config.php')) {
    cpSync(path.join(kShipped, entry), path.join(root, entry), {dereference: true});
  }
  for (const entry of ['wp-admin', 'wp-includes']) symlinkSync(path.join(kShipped, entry), path.join(root, entry));
  cpSync(path.join(here, 'wp-config.php'), path.join(root, 'wp-config.php'));
  const own = path.join(root, 'wp-content');
  cpSync(path.join(here, 'theme'), path.join(own, 'themes/plain'), {recursive: true});
  cpSync(path.join(here, 'harness.php'), path.join(own, 'mu-plugins/harness.php'));
  if (functions) writeFileSync(path.join(own, 'themes/plain/functions.php'), functions);
  return root;
}

const php = (folder, root, script, ...args) => execFileSync('php', [path.join(here, script), root, ...args],
  {env: {...process.env, DB_SOCKET: `${folder}/db.sock`}, encoding: 'utf8'});

async function serve(folder, root) {
  const args = ['-S', '127.0.0.1:0', '-t', root, path.join(here, 'router.php')];
  const said = await started('php', args, /\(http:\/\/\S+\) started/, {DB_SOCKET: `${folder}/db.sock`});
  return /\((http:\/\/\S+)\) started/.exec(said)[1];
}

// `snippet`: what the trusting site has in its theme. Resolves with {plain, trusting, publish, stop}: the addresses of the sites, and
// `publish(content)`, which gives back the number of a published post.
export async function startWordpress(snippet) {
  const folder = emptyFolder();
  await startDatabase(folder);
  const plain = site(folder, 'plain', null);
  const trusting = site(folder, 'trusting', snippet);
  php(folder, plain, 'install.php');
  const [plainUrl, trustingUrl] = await Promise.all([serve(folder, plain), serve(folder, trusting)]);
  return {
    plain: plainUrl, trusting: trustingUrl,
    publish: (content) => Number(php(folder, plain, 'publish.php', content)),
    stop: () => stop(folder),
  };
}

async function stop(folder) {
  await Promise.all([...running].map((child) => new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', resolve);
    child.kill('SIGKILL');
  })));
  running.clear();
  rmSync(folder, {recursive: true, force: true});
}
