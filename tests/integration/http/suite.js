// All cases, by subject; and one case held against a server.
import assert from 'node:assert/strict';
import {converse} from '../support/conversation.js';
import caching from './cases/caching.js';
import chunked from './cases/chunked.js';
import conditional from './cases/conditional.js';
import connection from './cases/connection.js';
import expectations from './cases/expectations.js';
import fields from './cases/fields.js';
import framing from './cases/framing.js';
import host from './cases/host.js';
import methods from './cases/methods.js';
import negotiation from './cases/negotiation.js';
import requestLine from './cases/request_line.js';
import smugglingChunks from './cases/smuggling_chunks.js';
import smugglingCoding from './cases/smuggling_coding.js';
import smugglingLength from './cases/smuggling_length.js';
import smugglingRequests from './cases/smuggling_requests.js';
import status from './cases/status.js';
import target from './cases/target.js';

export const subjects = {
  'request line': requestLine,
  target,
  Host: host,
  fields,
  framing,
  'chunked content': chunked,
  'smuggling by Content-Length': smugglingLength,
  'smuggling by Transfer-Encoding': smugglingCoding,
  'smuggling by chunks': smugglingChunks,
  'smuggling by requests in requests': smugglingRequests,
  connections: connection,
  methods,
  'status and fields': status,
  'conditional requests': conditional,
  caching,
  'content negotiation': negotiation,
  'Expect, Upgrade, Range': expectations,
};

export const titleOf = ({level, section, name}) => `${level.toUpperCase()} (RFC ${section}): ${name}`;

// Throws where the server does not do what the case expects. `cut`: into how many bytes what is sent is cut, if it is.
export async function hold(server, {send, expect, methods: sent}, cut) {
  const steps = [typeof send === 'function' ? send(server.site) : send].flat();
  const seen = await converse(server, cut ? steps.flatMap((step) => pieces(step, cut)) : steps, sent);
  assert.equal(seen.fault, undefined, 'what came is not a stream of answers');
  expect(seen, server.site);
}

const pieces = (step, size) => (typeof step === 'string' ? step.match(new RegExp(`.{1,${size}}`, 'gs')) ?? [] : [step]);

// Calls `use` for each of many, a few at a time.
export async function each(many, use, atATime = 24) {
  const rest = many.entries();
  await Promise.all(Array.from({length: atATime}, async () => {
    for (const [, one] of rest) await use(one);
  }));
}
