// What the kernel is made to answer, and what it lets this process do.
//
// A chroot and most containers refuse namespaces. What needs one there is proven by strace, which every test of this kind does
// first; where a namespace can be had, the same is tried in it as well.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';

// How a program gets file systems of its own.
export const ownMounts = ['unshare', ...(process.getuid() === 0 ? [] : ['--user', '--map-root-user']), '--mount'];

// Whether it can have them here: one has to be mounted, for a chroot gives the namespace and then refuses that.
export const hasOwnMounts = spawnSync(ownMounts[0], [...ownMounts.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']).status === 0;

// Runs what follows with a kernel that answers the call with the error; `which` of the calls: such as '2..9', or all.
export const failing = (call, error, which = '1+') =>
  ['strace', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${which}`];

// Runs what follows and writes down what it asks of files, and ends with it.
export const watching = (trace) => ['strace', '-f', '--seccomp-bpf', '-qq', '-s', '4096', '-o', trace, '-e', 'trace=%file,ftruncate,fallocate,fchmod,fchown,fsetxattr,bind'];

const kChanges = /^\d+ +(?:(?:open|openat|openat2|creat)\(.*(?:O_WRONLY|O_RDWR|O_CREAT|O_TRUNC)|(?:creat|mkdir|mkdirat|mknod|mknodat|rename|renameat|renameat2|unlink|unlinkat|rmdir|link|linkat|symlink|symlinkat|truncate|ftruncate|fallocate|chmod|fchmod|fchmodat|chown|lchown|fchown|fchownat|utimensat|futimesat|setxattr|fsetxattr)\(|bind\(.*sun_path="[^@])/;
const kHarmless = /"\/dev\/(?:null|tty)"|"\/proc\/self\//;

// The lines of a trace in which a file system is changed, or would have been.
export const changesIn = (trace) =>
  fs.readFileSync(trace, 'utf8').split('\n').filter((line) => kChanges.test(line) && !kHarmless.test(line));
