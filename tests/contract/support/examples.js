// The document's examples, each the answer to its `x-request`.
import {contract} from './contract.js';
import {send} from './wire.js';

export const examples = contract.components.examples;

export const answerTo = (service, example) =>
  send(service, ...example['x-request'].split(' '), example['x-accept'] && {Accept: example['x-accept']});

// What differs from build to build, from edit to edit or from second to second, and what stands for it in examples.
const kVolatile = {
  content_revision: '0f1e2d3c4b5a6978',
  commit: '0123456789ab',
  releaseId: '0123456789ab',
  loaded_at: '2026-11-23T12:00:00Z',
  looked_at: '2026-11-23T12:00:00Z',
  time: '2026-11-23T12:00:00Z',
  integrity: `sha384-${'A'.repeat(64)}`,
  immutable_href: '/assets/v1.0123456789abcdef0123456789abcdef.js',
};

// Linked data calls the edit of the content its version, as the program calls its own.
const standIn = (key, value) =>
  (key === 'version' && /^[0-9a-f]{16}$/.test(value) ? kVolatile.content_revision : kVolatile[key]);

export function steady(value) {
  if (Array.isArray(value)) return value.map(steady);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, standIn(key, each) ?? steady(each)]));
}
