// The document's examples, each the answer to its `x-request`: of a service with all settings where `x-configured` says so, of one
// with withdrawn content where `x-withdrawn` does.
import {startConfigured, startWithdrawn} from './configured.js';
import {contract} from './contract.js';
import {send} from './wire.js';

let configured;
let withdrawn;

export const examples = contract.components.examples;

export async function answerTo(service, example) {
  return send(await serviceOf(service, example), ...example['x-request'].split(' '), example['x-accept'] && {Accept: example['x-accept']});
}

function serviceOf(service, example) {
  if (example['x-withdrawn']) return withdrawn ??= startWithdrawn();
  return example['x-configured'] ? configured ??= startConfigured() : service;
}

// What stands in the document for an answer.
export const valueOf = (answer) => (/json$/.test(answer.mediaType) ? steady(answer.json) : steadyText(answer.text));

// The style sheet and the script in a page, the fingerprints of files, and the revision of the content.
const steadyText = (text) =>
  text.replaceAll(/(<style>|<script type="module">)[^]*?(<\/)/g, '$1/* left out */$2')
    .replaceAll(/\b[0-9a-f]{32}\b/g, '0123456789abcdef'.repeat(2)).replaceAll(/\b[0-9a-f]{16}\b/g, kVolatile.content_revision);

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
