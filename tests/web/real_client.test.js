// The typed client in a browser, as its README says that one without a bundler is told where the modules are, against the
// real binary of another origin.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import test, {after} from 'node:test';
import {root, start} from '../contract/support/service.js';
import {secondsBefore} from '../contract/support/time.js';
import {kInstants, urlOf} from './support/embeds.js';
import {siteWith, sitePage} from './support/sites.js';
import {visiting} from './support/together.js';

const package_ = path.join(root, 'clients/typescript');
execFileSync('npm', ['run', '--silent', 'build'], {cwd: package_});

const script = (file) => ({body: readFileSync(path.join(package_, file)), fields: {'Content-Type': 'text/javascript'}});
const modules = readdirSync(path.join(package_, 'dist')).filter((file) => file.endsWith('.js')).map((file) => `dist/${file}`);
const imports = {'@toolkitd/client': '/dist/index.js', 'openapi-fetch': '/node_modules/openapi-fetch/dist/index.mjs'};
const pages = {
  '/': {body: sitePage('<p>A portal</p>', `<script type="importmap">${JSON.stringify({imports})}</script>`)},
  ...Object.fromEntries([...modules, 'node_modules/openapi-fetch/dist/index.mjs'].map((file) => [`/${file}`, script(file)])),
};
const site = await siteWith(pages);

const service = await start();
after(() => service.stop());
const rehearsal = await start({args: ['--rehearse', secondsBefore(kInstants.effective, 15)]});
after(() => rehearsal.stop());

const visit = (server, use, more) =>
  visiting({url: site, origins: [site, urlOf(server, '')], ...more}, (page) => use(page, urlOf(server, '')));

test('the client gives a page the toolkit with its rights, and keeps nothing but in memory', () =>
  visit(service, async (page, origin) => {
    const answer = await page.evaluate(async (address) => {
      const {ToolkitClient} = await import('@toolkitd/client');
      const client = new ToolkitClient(address);
      const first = await client.toolkit('lereporting');
      const second = await client.toolkit('lereporting');
      return {id: first.data.id, holder: first.rights.holder, sources: [first.source, second.source]};
    }, origin);
    assert.deepEqual(answer, {id: 'lereporting', holder: 'Coalition to Abolish Slavery and Trafficking (CAST)', sources: ['service', 'copy']});
  }));

test('a copy in a page does not outlive the switch', () =>
  visit(rehearsal, async (page, origin) => {
    const statuses = await page.evaluate(async (address) => {
      const {ToolkitClient} = await import('@toolkitd/client');
      const client = new ToolkitClient(address);
      const seen = [];
      while (seen.at(-1) !== 'effective') {
        seen.push((await client.status()).data.status);
        await new Promise(requestAnimationFrame);
      }
      return [...new Set(seen)];
    }, origin);
    assert.deepEqual(statuses, ['pending', 'effective']);
  }));

test('a problem is told as one', () =>
  visit(service, async (page, origin) => {
    const told = await page.evaluate(async (address) => {
      const {ToolkitClient, ToolkitProblem} = await import('@toolkitd/client');
      return new ToolkitClient(address).toolkit('nothing').catch((error) => [error instanceof ToolkitProblem, error.status]);
    }, origin);
    assert.deepEqual(told, [true, 404]);
  }, {expected: /404/})); // Chromium notes it
