// What the samples of /docs/embedding do for a portal's readers: while the service is there, while it is away, and when the law changes.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {after, describe, test} from 'node:test';
import {binary, content, launch, root, settings} from '../../contract/support/service.js';
import {at} from '../../contract/support/time.js';
import {get} from '../../contract/support/wire.js';
import {stoppedClock} from '../../integration/support/clock.js';
import {programs, samplesAt} from './programs.js';

const kNumber = '1-888-539-2373';
const kRedirect = 'If you are a survivor pursuing a T visa';
const kPublisher = 'https://casttta.nationbuilder.com/lereporting';
const kSwitch = Date.parse(at);
const kLater = Date.parse('2026-11-01T00:00:00Z');
const kKept = 300_000 + 86_400_000; // max-age and stale-if-error of config/service.toml

const target = '/embed/lereporting/fragment?lang=en&heading=3';
const clock = stoppedClock(kLater);

function startService() {
  const [command, ...words] = clock.command([binary, 'serve', '--port', '0', '--content', content, '--config', settings]);
  return launch(command, words);
}

const isAway = (text) => text.includes('cannot be shown right now') && !text.includes('class="cast-toolkit"');
const isToolkit = (text) => text.includes('<div class="cast-toolkit"') && text.includes('ct-validity') && !isAway(text);

function assertHelps(text) {
  assert.ok(isAway(text), text);
  for (const part of [kNumber, 'tel:+18885392373', kRedirect, kPublisher]) assert.ok(text.includes(part), part);
}

// `use(show, service)` with a program of that name, begun at an instant.
async function running(name, instant, use) {
  clock.set(instant);
  const service = await startService();
  const program = await programs[name](await samplesAt(service), clock);
  try {
    await use(program.show, service);
  } finally {
    await program.stop();
    await service.stop();
  }
}

for (const name of Object.keys(programs)) {
  describe(`the sample for ${name}`, () => {
    test('shows the fragment, and the same when it asks again', () =>
      running(name, kLater, async (show, service) => {
        const {text} = await get(service, target);
        for (const seconds of [0, 299, 301, 301]) {
          clock.pass(seconds);
          assert.ok((await show()).includes(text.trim()), `after ${seconds} s`);
        }
      }));

    test('shows its copy while the service is away, until stale-if-error ends, and then where help is', () =>
      running(name, kLater, async (show, service) => {
        assert.ok(isToolkit(await show()));
        await service.stop();
        for (const after of [200_000, 301_000, kKept - 2000]) {
          clock.set(kLater + after);
          assert.ok(isToolkit(await show()), `${after} ms later`);
        }
        clock.set(kLater + kKept + 1000);
        assertHelps(await show());
      }));

    test('shows no copy past the instant at which the law changes', () =>
      running(name, kSwitch - 1_000_000, async (show, service) => {
        assert.match(await show(), /data-status="pending"/);
        await service.stop();
        clock.set(kSwitch - 3000);
        assert.match(await show(), /data-status="pending"/);
        clock.set(kSwitch);
        assertHelps(await show());
      }));

    test('shows the new law from the switch on while the service is there', () =>
      running(name, kSwitch - 1000, async (show) => {
        assert.match(await show(), /data-status="pending"/);
        clock.set(kSwitch);
        assert.match(await show(), /data-status="effective"/);
      }));

    test('shows where help is when it has no copy', () =>
      running(name, kLater, async (show, service) => {
        await service.stop();
        assertHelps(await show());
      }));
  });
}

// A service that answers as the test says, and keeps what it was asked.
async function pretended(answer) {
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push(request);
    answer(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return {asked, url: `http://127.0.0.1:${server.address().port}`, stop};
}

const kAnswers = {
  'an error with a body': (response) => response.writeHead(500, {'Content-Type': 'text/html'}).end('<p>Oops</p>'),
  'a 404': (response) => response.writeHead(404, {'Content-Type': 'application/json'}).end('{"title":"Oops"}'),
  'a redirect': (response) => response.writeHead(302, {Location: 'http://127.0.0.1:9/'}).end('Oops'),
};
const kCut = (response) => response.writeHead(200, {'Content-Length': '5000', 'Cache-Control': 'max-age=300'}).write('<div class="cast-toolkit" lang="en">Oops', () => response.destroy());

describe('what is no answer', async () => {
  clock.set(kLater);
  const service = await startService();
  after(() => service.stop());
  for (const name of Object.keys(programs)) {
    for (const [what, answer] of Object.entries(name === 'nginx' ? kAnswers : {...kAnswers, 'a part': kCut})) {
      test(`is not shown by the sample for ${name}: ${what}`, async () => {
        const origin = await pretended(answer);
        const program = await programs[name](await samplesAt(service, origin.url), clock);
        try {
          const text = await program.show();
          assertHelps(text);
          assert.doesNotMatch(text, /Oops/);
          assert.ok(origin.asked.length > 0);
        } finally {
          await program.stop();
          origin.stop();
        }
      });
    }
  }

  test('the server-side include tells the service nothing of its reader', async () => {
    const {text} = await get(service, target);
    const origin = await pretended((response) => response.writeHead(200, {'Content-Type': 'text/html', 'Cache-Control': 'max-age=300'}).end(text));
    const program = await programs.nginx(await samplesAt(service, origin.url), clock);
    try {
      const shown = await program.show({Cookie: 'session=1', 'User-Agent': 'A reader', Referer: 'https://portal.example/my-case',
        'Accept-Encoding': 'gzip, br', 'Accept-Language': 'es', Authorization: 'Basic eDp5', 'X-Forwarded-For': '192.0.2.1', Via: '1.1 reader'});
      assert.ok(isToolkit(shown));
      assert.deepEqual(Object.keys(origin.asked[0].headers).sort(), ['connection', 'host']);
      assert.equal(origin.asked[0].url, target);
    } finally {
      await program.stop();
      origin.stop();
    }
  });

  test('frame and element hold the same help beside or inside them', async () => {
    const {frame, element} = await samplesAt(service);
    for (const text of [frame, element]) {
      for (const part of [kNumber, 'tel:+18885392373', kRedirect, kPublisher]) assert.ok(text.includes(part), part);
    }
  });

  test('docs/embedding.md has the samples that the service shows', async () => {
    const documented = readFileSync(path.join(root, 'docs/embedding.md'), 'utf8');
    const {php, node, shell, server, page} = await samplesAt(service, 'https://service');
    for (const sample of [php, node, shell, server, page]) assert.ok(documented.includes(`\n${sample}\n\`\`\``), sample);
  });
});
