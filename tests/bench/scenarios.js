// What is asked for, and how: {name, path, kind, script, args}, where `args` may be worked out for a port.
import {paths} from './answers.js';
import {fetched} from './ask.js';

const both = (make) => Object.entries(paths).map(([what, path]) => ({path, kind: 'plain', script: 'plain', ...make(what)}));

export const plain = both((what) => ({name: what}));

export const fields = [
  ...both((what) => ({name: `${what}, 12 browser fields`, script: 'fields'})),
  ...both((what) => ({name: `${what}, every head different`, script: 'different'})),
];

// Tags differ from server to server, so each is asked for its own.
const ownTag = (path) => async (port) => [`If-None-Match=${(await fetched(port, path)).fields.ETag}`];

export const codings = [
  ...Object.entries(paths).map(([what, path]) =>
    ({name: `${what}, 304`, path, kind: 'unchanged', script: 'plain', args: ownTag(path)})),
  ...both((what) => ({name: `${what}, gzip`, kind: 'coded', args: ['Accept-Encoding=gzip']})),
  ...both((what) => ({name: `${what}, brotli`, kind: 'coded', args: ['Accept-Encoding=br']})),
];
