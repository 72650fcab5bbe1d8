// The answers that are measured, as toolkitd gives them: what every other server is given to send.
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fetched} from './ask.js';

export const paths = {'status flag': '/v1/regulation-status', 'whole toolkit': '/v1/toolkits/lereporting'};

// Brotli is worked out while the rest is served already. No wait is long enough for certain, so none is bounded here:
// the service ends, or it gets there.
export async function untilBrotli(port, target) {
  for (;;) {
    const answer = await fetched(port, target, {'Accept-Encoding': 'br'});
    if (answer.fields['Content-Encoding'] === 'br') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function answersAt(port, target) {
  const plain = await fetched(port, target);
  const of = (kind, coding, answer) => ({kind, coding, path: target, ...answer});
  return [
    of('plain', undefined, plain),
    of('unchanged', undefined, await fetched(port, target, {'If-None-Match': plain.fields.ETag})),
    of('coded', 'gzip', await fetched(port, target, {'Accept-Encoding': 'gzip'})),
    of('coded', 'br', await fetched(port, target, {'Accept-Encoding': 'br'})),
  ];
}

// A list of {kind, coding, path, status, fields, content}; those of kind `plain` also have their `file`.
export async function takeAnswers(port, folder) {
  mkdirSync(folder, {recursive: true});
  const answers = [];
  for (const target of Object.values(paths)) answers.push(...(await answersAt(port, target)));
  for (const answer of answers.filter(({kind}) => kind === 'plain')) {
    answer.file = path.join(folder, path.basename(answer.path));
    writeFileSync(answer.file, answer.bytes);
  }
  return answers;
}

// Throws where a server does not answer as toolkitd does: the same status and content, and the same fields, but for the
// tag's value, the date, and a name of its own.
export async function checkSame(server, answers) {
  for (const answer of answers) {
    const fields = await requestFields(server, answer);
    const given = await fetched(server.port(answer), answer.path, fields);
    const what = `${server.name}, ${answer.kind} ${answer.coding ?? ''} ${answer.path}`;
    if (given.status !== answer.status) throw new Error(`${what}: ${given.status} in place of ${answer.status}`);
    if (!given.content.equals(answer.content)) throw new Error(`${what}: other bytes`);
    checkFields(given.fields, answer.fields, what);
  }
}

async function requestFields(server, answer) {
  if (answer.kind === 'coded') return {'Accept-Encoding': answer.coding};
  if (answer.kind === 'plain') return {};
  const {fields} = await fetched(server.port(answer), answer.path);
  return {'If-None-Match': fields.ETag};
}

function checkFields(given, wanted, what) {
  const written = (fields) => Object.entries(fields).map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((line) => !/^(server|date|etag|connection|keep-alive):/.test(line)).sort().join('\n');
  if (written(given) !== written(wanted)) throw new Error(`${what}: other fields\n${written(given)}\n---\n${written(wanted)}`);
}
