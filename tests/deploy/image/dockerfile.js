// Does what a Dockerfile says in chroots, for a machine that lets nobody mount:
//   node dockerfile.js DOCKERFILE CONTEXT STAGES NAME=VALUE...
// STAGES/0, STAGES/1 and so on hold the base systems of its FROM lines. Prints how the image is run, as buildah would. Run as root.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const kPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const [file, context, stages, ...given] = process.argv.slice(2);
const sh = (...command) => execFileSync(command[0], command.slice(1), {stdio: ['ignore', 2, 2]});

// What .dockerignore leaves, in a folder of its own.
function takeContext() {
  const patterns = fs.readFileSync(path.join(context, '.dockerignore'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const excluded = patterns.map((pattern) => {
    const [, deep, name] = /^(\*\*\/)?([^*?![\]/]+)$/.exec(pattern) ?? [];
    if (!name) throw new Error(`.dockerignore: ${pattern} is not understood here`);
    return deep ? ['--no-anchored', `--exclude=${name}`] : ['--anchored', `--exclude=./${name}`];
  });
  const taken = path.join(stages, 'context');
  fs.mkdirSync(taken, {recursive: true});
  const packed = path.join(stages, 'context.tar');
  sh('tar', '-C', context, ...excluded.flat(), '-cf', packed, '.');
  sh('tar', '-C', taken, '--no-same-owner', '-xf', packed);
  return taken;
}

const kSteps = {
  WORKDIR: (stage, to) => {
    stage.folder = path.posix.resolve(stage.folder, to);
    fs.mkdirSync(path.join(stage.root, stage.folder), {recursive: true});
  },
  COPY: (stage, words) => {
    const [, from, names] = /^(?:--from=(\S+) +)?(.*)$/.exec(words);
    const sources = names.split(/ +/);
    const to = path.join(stage.root, path.posix.resolve(stage.folder, sources.at(-1)));
    for (const name of sources.slice(0, -1)) copy(path.join(from ? named[from].root : taken, name), to, sources.at(-1).endsWith('/'));
  },
  RUN: (stage, command) => {
    const [user, group] = (stage.config.User ?? '0:0').split(':');
    sh('chroot', `--userspec=${user}:${group ?? user}`, stage.root, 'env', '-i', 'HOME=/root', kPath, ...stage.config.Env, ...stage.args,
      'sh', '-c', `cd ${stage.folder} && ${command}`);
  },
  ARG: (stage, words) => {
    const name = words.split('=')[0];
    stage.args.push(given.find((each) => each.startsWith(`${name}=`)) ?? words);
  },
  ENV: (stage, words) => stage.config.Env.push(...words.split(/ +/)),
  USER: (stage, user) => (stage.config.User = user),
  EXPOSE: (stage, ports) => (stage.config.ExposedPorts = Object.fromEntries(ports.split(/ +/).map((port) => [`${port}/tcp`, {}]))),
  STOPSIGNAL: (stage, signal) => (stage.config.StopSignal = signal),
  HEALTHCHECK: (stage, words) => (stage.config.Healthcheck = {Test: ['CMD', ...JSON.parse(/CMD (\[.*\])$/.exec(words)[1])]}),
  ENTRYPOINT: (stage, words) => (stage.config.Entrypoint = JSON.parse(words)),
  CMD: (stage, words) => (stage.config.Cmd = JSON.parse(words)),
};

// A folder's contents, or a file: into a folder, or under a name.
function copy(from, to, intoFolder) {
  if (fs.statSync(from).isDirectory()) {
    fs.mkdirSync(to, {recursive: true});
    return sh('cp', '-R', `${from}/.`, to);
  }
  fs.mkdirSync(intoFolder ? to : path.dirname(to), {recursive: true});
  sh('cp', '-p', from, intoFolder ? path.join(to, path.basename(from)) : to);
}

const text = fs.readFileSync(file, 'utf8').replace(/^ *#.*\n/gm, '').replaceAll(/\\\n/g, ' ');
const taken = takeContext();
const named = {};
let stage;
let number = 0;
for (const [, instruction, words] of text.matchAll(/^([A-Z]+) +(.*)$/gm)) {
  console.error(`${instruction} ${words}`);
  if (instruction === 'FROM') {
    stage = {root: path.join(stages, String(number++)), folder: '/', args: [], config: {Env: []}};
    const name = / AS (\S+)$/i.exec(words)?.[1];
    if (name) named[name] = stage;
  } else {
    kSteps[instruction](stage, words.trim());
  }
}
console.log(JSON.stringify({...stage.config, WorkingDir: stage.folder, root: stage.root}));
