// toolkitd with a rule that takes effect seconds from now, and a door before it that counts what is asked there.
import http from 'node:http';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {editedContent} from '../../../contract/support/editing.js';
import {start} from '../../../contract/support/service.js';
import {freePort} from '../../../integration/support/child.js';

const kRule = 'regulations/t-visa-final-rule-2024.md';
// Embeds are most of what is compressed, and nothing here asks for one.
const kQuick = ['--embeds', 'false'];
const kPublished = '    announced: 2024-04-30\n    takes_effect: ';

export const written = (instant) => new Date(instant).toISOString().replace('.000Z', 'Z');

export function contentThatSwitchesAt(instant, edits = () => ({})) {
  const folder = editedContent(edits(written(instant)));
  const file = path.join(folder, kRule);
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(`${kPublished}2024-08-28`, kPublished + written(instant));
  if (changed === text) throw new Error(`${kRule} does not say when it takes effect as it did`);
  writeFileSync(file, changed);
  return folder;
}

// {port, begin(), at, asked(target), heads, hold(target, instant), shut(target), die(), rise(), stop()}. `begin` starts the
// service, and the time until the switch; `at`: its instant, a whole second; `heads`: of all requests that came but those for
// the health; `hold`: the next answer for a target, got at once, is handed on at an instant; `shut`: none is handed on until
// what it gives is called. `edits(instant)`: of the content, for the instant of the switch; `clock`: that of the service.
export async function openOrigin({seconds, args = [], edits, clock}) {
  const port = await freePort();
  const door = doorTo(port, await freePort());
  let service;
  const origin = {...door,
    begin: () => {
      origin.at = Math.ceil((clock?.now() ?? Date.now()) / 1000 + seconds) * 1000;
      return origin.rise();
    },
    die: async () => {
      await service.stop();
      await door.close();
    },
    rise: async () => {
      service = await start({port, contentDir: contentThatSwitchesAt(origin.at, edits), args: [...kQuick, ...args],
        env: clock?.environment});
      await door.open();
    },
    stop: async () => {
      await door.close();
      await service?.stop();
    }};
  return origin;
}

function doorTo(behind, port) {
  const agent = new http.Agent({keepAlive: true});
  const held = new Map();
  const gates = new Map();
  const heads = [];
  const server = http.createServer((request, response) => {
    const {method, url, headers} = request;
    if (url !== '/readyz') heads.push({method, target: url, headers});
    const onward = http.request({port: behind, host: '127.0.0.1', path: url, method, headers, agent}, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', async () => {
        await gates.get(url);
        const instant = held.get(url) ?? 0;
        held.delete(url);
        setTimeout(() => response.writeHead(answer.statusCode, answer.rawHeaders).end(Buffer.concat(chunks)),
          Math.max(0, instant - Date.now()));
      });
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  });
  server.keepAliveTimeout = 60_000;
  return {port, heads,
    open: () => new Promise((opened) => server.listen(port, '127.0.0.1', opened)),
    asked: (target) => heads.filter((each) => each.target === target).length,
    hold: (target, instant) => held.set(target, instant),
    shut: (target) => {
      let open;
      gates.set(target, new Promise((opened) => (open = opened)));
      return () => {
        gates.delete(target);
        open();
      };
    },
    close: () => new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
      agent.destroy();
    })};
}
