import assert from 'node:assert/strict';
import test from 'node:test';
import {address, pathOf, startConfigured} from './support/configured.js';
import {check, operationOf} from './support/contract.js';
import {start} from './support/service.js';
import {before} from './support/time.js';
import {get} from './support/wire.js';
import {strings, wellFormed} from './support/xml.js';

const service = await startConfigured();
const canonical = 'https://casttta.nationbuilder.com/lereporting';
const ask = (url, rest = '') => get(service, `/oembed?url=${encodeURIComponent(url)}${rest}`);

const kRequired = ['type', 'version', 'title', 'provider_name', 'provider_url', 'author_name', 'html', 'width', 'height', 'cache_age'];

test('the answer has what oEmbed demands of the type rich, in both formats alike', async () => {
  const {json} = await ask(canonical);
  const {text} = await ask(canonical, '&format=xml');
  wellFormed(text);
  for (const name of kRequired) assert.equal(strings(text, `/oembed/${name}`)[0], String(json[name]), name);
  assert.deepEqual([json.type, json.version], ['rich', '1.0']);
});

test('both formats are as documented', async () => {
  for (const rest of ['', '&format=xml']) check(operationOf('GET', '/oembed'), await ask(canonical, rest));
});

for (const [asked, width, height] of [['', 640, 800], ['&maxwidth=640', 640, 800], ['&maxwidth=639', 639, 800],
  ['&maxwidth=1&maxheight=1', 1, 1], ['&maxheight=999999999', 640, 800]]) {
  test(`with ${asked || 'no bounds'} the frame is ${width} x ${height}`, async () => {
    const {json} = await ask(canonical, asked);
    assert.deepEqual([json.width, json.height], [width, height]);
    assert.match(json.html, new RegExp(`width="${width}" height="${height}"`));
  });
}

test('the frame says nothing of the status, so that a copy kept for a day is not wrong', async () => {
  const rehearsal = await startConfigured({args: ['--rehearse', before]});
  const then = (await get(rehearsal, `/oembed?url=${encodeURIComponent(canonical)}`)).json;
  assert.equal(then.html, (await ask(canonical)).json.html);
  assert.doesNotMatch(then.html, /effect|rule|pending/i);
});

test('an unknown address is not found, another format is not implemented, and nothing is repeated', async () => {
  for (const url of ['https://example.com/"><script>', `${address}/embed/nothing`, `${address}.evil.example/embed/lereporting`]) {
    const answer = await ask(url);
    assert.equal(answer.status, 404, url);
    assert.doesNotMatch(answer.text, /script|evil/);
    check(operationOf('GET', '/oembed'), answer);
  }
  assert.equal((await ask(canonical, '&format=yaml')).status, 501);
});

test('without an address of its own the service says so, and believes no Host', async () => {
  const plain = await start();
  const answer = await get(plain, `/oembed?url=${encodeURIComponent(canonical)}`);
  assert.equal(answer.status, 404);
  assert.match(answer.json.detail, /`public_url`/);
});

// As WordPress does it: reads the links of a page, asks with the width of the column, keeps the frame alone, with the
// attributes that it knows.
async function embedded(linkField, maxwidth) {
  const link = linkField.split(/,\s*(?=<)/).find((each) => /rel="alternate"/.test(each) && /type="application\/json\+oembed"/.test(each));
  const [, endpoint] = /<([^>]+)>/.exec(link);
  const {json} = await get(service, pathOf(endpoint) + `&maxwidth=${maxwidth}&maxheight=1000`);
  assert.equal(json.type, 'rich');
  const [, attributes] = /<iframe([^>]*)><\/iframe>/.exec(json.html);
  const known = ['src', 'width', 'height', 'title', 'frameborder'];
  return Object.fromEntries([...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])
    .filter(([name]) => known.includes(name)));
}

test('a consumer that follows the way to the publisher’s page comes to the frame', async () => {
  const answer = await get(service, '/toolkits/lereporting');
  assert.equal(answer.field('Location'), canonical);
  const frame = await embedded(answer.field('Link'), 300);
  assert.deepEqual(frame, {src: `${address}/embed/lereporting`, width: '300', height: '800',
    title: 'Reporting Trafficking Victimization to Law Enforcement', frameborder: '0'});
});

test('a consumer that has the embed, by its head or by its field, comes to the same frame', async () => {
  const answer = await get(service, '/embed/lereporting');
  const [, href] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)">/.exec(answer.text);
  const {json} = await get(service, pathOf(href.replaceAll('&amp;', '&')));
  assert.match(json.html, new RegExp(`^<iframe src="${address}/embed/lereporting"`));
  assert.equal((await embedded(answer.field('Link'), 300)).src, `${address}/embed/lereporting`);
});

test('where there are no embeds there is nothing to embed, and nothing leads there', async () => {
  const without = await startConfigured({args: ['--embeds', 'false']});
  assert.equal((await get(without, `/oembed?url=${encodeURIComponent(canonical)}`)).status, 404);
  const answer = await get(without, '/toolkits/lereporting');
  assert.deepEqual([answer.field('Location'), answer.field('Link')], [canonical, undefined]);
  assert.doesNotMatch((await get(without, '/sitemap.xml')).text, /\/embed\//);
});
