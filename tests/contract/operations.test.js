// Every operation and every status code of the document, on the real binary.
import assert from 'node:assert/strict';
import test from 'node:test';
import {startConfigured, startWithdrawn} from './support/configured.js';
import {check, operations, sampleTarget} from './support/contract.js';
import {contentWithTwoRegulations, editedSettings} from './support/editing.js';
import {during, settings} from './support/service.js';
import {send} from './support/wire.js';

const service = await startConfigured();

// What only a fault of the service itself could bring about.
const kNotFromOutside = ['GET /healthz 503'];

const kTooLong = `padding=${'x'.repeat(20_000)}`;

// How to get each documented status from an operation at a path: [target, fields, request line].
const kWays = {
  200: (path) => [path],
  204: (path) => [path],
  304: (path) => [path, {'If-None-Match': '*'}],
  307: (path) => [path],
  308: (path) => [`${path.split('?')[0]}/`],
  400: (path) => [path.startsWith('/oembed') ? '/oembed' : `${path}?as_of=yesterday`],
  404: (path, template) => [template === '/oembed' ? '/oembed?url=nothing' : template.replace(/{\w+}/g, 'nothing-of-that-name')],
  410: (path) => [path],
  '4XX': (path) => [`${path}${path.includes('?') ? '&' : '?'}${kTooLong}`],
  503: (path) => [path],
  '5XX': (path, template, method) => [path, {}, `${method} ${path} HTTP/2.0`],
};

// What is not there where the operator has not set what it is made of.
const withoutPrimary = (use) =>
  during({contentDir: contentWithTwoRegulations(), config: editedSettings(settings, (text) => text.replace(/^primary_regulation.*$/m, ''))}, use);
const unconfigured = (use) => during({}, use);
const kOptional = {
  '/v1/regulation-status': withoutPrimary,
  '/.well-known/security.txt': unconfigured,
  '/sitemap.xml': (use) => during({args: ['--host', '0.0.0.0']}, use), // which may be reached by any name
  '/metrics': (use) => during({args: ['--metrics', 'false']}, use),
};

// One that has been told to end, and goes on answering for a while; it is told a second time when the test ends.
const ending = (use) => during({args: ['--drain-delay', '600']}, async (service) => {
  process.kill(service.pid, 'SIGTERM');
  while ((await send(service, 'GET', '/readyz')).status === 200);
  await use(service);
});

let gone;
const withdrawn = async (use) => use(await (gone ??= startWithdrawn()));

const kElsewhere = {'GET /readyz 503': ending};

for (const {method, template, operation, parameters} of operations) {
  for (const key of Object.keys(operation.responses)) {
    const name = `${method} ${template} ${key}`;
    if (kNotFromOutside.includes(name)) continue;
    test(`${name} is answered as documented`, async () => {
      const ask = async (asked) => {
        const [target, fields, line] = kWays[key](sampleTarget(template, parameters), template, method);
        const answer = await send(asked, method, target, fields, line);
        assert.equal(check({method, template, operation}, answer), key);
      };
      const elsewhere = kElsewhere[name] ?? {404: kOptional[template], 410: withdrawn}[key];
      await (elsewhere ? elsewhere(ask) : ask(service));
    });
  }
}

test('every exception from this is in the document', () => {
  const documented = operations.flatMap(({method, template, operation}) =>
    Object.keys(operation.responses).map((key) => `${method} ${template} ${key}`));
  kNotFromOutside.forEach((name) => assert.ok(documented.includes(name), name));
});
