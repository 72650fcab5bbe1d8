// What the service serves works in Chromium, Firefox and WebKit, in and out of sandboxes, under each host name that leads to it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import net from 'node:net';
import test, {after} from 'node:test';
import {root, start} from '../../../contract/support/service.js';
import {get} from '../../../contract/support/wire.js';
import {urlOf} from '../embeds.js';
import {inEngine} from '../engines.js';
import {sitePage, siteWith} from '../sites.js';

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const port = await freePort();
const named = await start({port, args: ['--public-url', `http://localhost:${port}`]});
const nameless = await start();
after(() => Promise.all([named.stop(), nameless.stop()]));

const documented = /<iframe[^]*?<\/iframe>/.exec(readFileSync(`${root}docs/embedding.md`, 'utf8'))[0].replace('loading="lazy"', '');
const oembed = JSON.parse((await get(named, `/oembed?url=http://localhost:${port}/embed/lereporting`)).text).html;
const fragment = (await get(named, '/embed/lereporting/fragment?lang=en')).text;

const kSandboxes = {'no sandbox': '', 'the sandbox of the element': 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"', 'WordPress’s sandbox': 'sandbox="allow-scripts"'};

// Every way of showing a toolkit, each in a box of its own; keeps the height that each frame tells.
function portal(service) {
  const frames = Object.entries(kSandboxes).map(([name, sandbox]) =>
    `<div id="${name}"><iframe title="Toolkit" ${sandbox} src="${service}/embed/lereporting?lang=en&amp;theme=light" width="600" height="300"></iframe></div>`);
  const element = (mode) => `<cast-toolkit src="${service}" toolkit="lereporting" lang="en" ${mode}><p>Own text</p></cast-toolkit>`;
  return sitePage(`${frames.join('')}<div id="as documented">${documented.replace('https://service', service)}</div>
<div id="the element">${element('')}</div><div id="the element’s frame">${element('mode="frame"')}</div>
<div id="the fragment">${fragment}</div><div id="oEmbed">${oembed.replace('loading="lazy"', '')}</div>`, `<script>addEventListener('message', ({source, data}) => {
  for (const each of document.querySelectorAll('iframe')) {
    if (each.contentWindow === source && data?.type === 'cast-toolkit:height') each.dataset.told = data.height;
  }
})</script><script type="module" src="${service}/embed/v1.js"></script>`);
}

const addresses = {
  'by another name than that of public_url': `http://127.0.0.1:${port}`,
  'by the name of public_url': `http://localhost:${port}`,
  'without public_url': urlOf(nameless, ''),
};
const pages = {};
const site = await siteWith(pages);
for (const [name, service] of Object.entries(addresses)) pages[`/${encodeURIComponent(name)}`] = {body: portal(service), fields: {'Referrer-Policy': 'unsafe-url'}};

const frameOf = (id) => `() => document.getElementById(${JSON.stringify(id)}).querySelector('iframe')`;
const hasItsLooks = () => {
  const redirect = document.querySelector('.ct-redirect');
  return redirect && getComputedStyle(redirect).borderInlineStartWidth === '8px' && /1-888-539-2373/.test(redirect.textContent);
};

// The first is where a host name can go wrong; the others are asked for in Chromium alone.
export function shows(engine) {
  for (const [name, service] of Object.entries(addresses).slice(0, engine === 'chromium' ? 3 : 1)) {
    test(`${engine}: opened ${name}, every frame has its looks and tells its height, and element and fragment show the toolkit`, () =>
      inEngine(engine, async (page) => {
        await page.goto(`${site}/${encodeURIComponent(name)}`);
        for (const id of [...Object.keys(kSandboxes), 'as documented', 'oEmbed']) {
          await page.run((each) => document.getElementById(each).scrollIntoView(), id); // what is not seen is not laid out
          await page.into(frameOf(id)).until(hasItsLooks);
          if (id === 'oEmbed' && !/allow-scripts/.test(oembed)) continue;
          await page.until((each) => Number(document.getElementById(each).querySelector('iframe').dataset.told) > 1000, id);
        }
        await page.until(() => /took effect/.test(document.getElementById('the element').firstElementChild.shadowRoot.querySelector('.ct-notice')?.innerText));
        await page.run(() => document.getElementById('the element’s frame').scrollIntoView());
        await page.until(() => document.getElementById('the element’s frame').firstElementChild.shadowRoot.querySelector('iframe')?.offsetHeight > 1000);
        assert.match(await page.run(() => document.getElementById('the fragment').innerText), /took effect[^]*1-888-539-2373|1-888-539-2373[^]*took effect/);
      }));

    test(`${engine}: opened ${name}, the page for frames by itself has its looks, and so have the pages for developers`, () =>
      inEngine(engine, async (page) => {
        await page.goto(`${service}/embed/lereporting`);
        await page.until(hasItsLooks);
        await page.goto(`${service}/docs/embedding`);
        await page.until(() => document.querySelector('button.copy, [role=group]') && getComputedStyle(document.body).fontFamily !== 'serif');
        await page.until(() => /survivor_redirect/.test(document.querySelector('.answer').textContent));
        await page.until(() => document.querySelector('cast-toolkit').shadowRoot?.querySelector('.ct-redirect'));
        await page.into('() => document.querySelector("#frame iframe")').until(hasItsLooks);
        await page.goto(`${service}/docs`);
        await page.until(() => document.querySelectorAll('.opblock').length > 10);
      }));
  }
}
