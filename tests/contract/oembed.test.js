import assert from 'node:assert/strict';
import test from 'node:test';
import {address, pathOf, startConfigured} from './support/configured.js';
import {check, operationOf} from './support/contract.js';
import {editedContent} from './support/editing.js';
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

test('a service that others reach, and that does not know its own address, says so to whoever asks and once in its log, and believes no Host', async () => {
  const plain = await start({args: ['--host', '0.0.0.0']});
  assert.equal(plain.said().match(/warning start: public_url is not set: \/oembed and \/sitemap\.xml answer 404/g)?.length, 1);
  assert.doesNotMatch(service.said(), /public_url is not set/);
  const answer = await get(plain, `/oembed?url=${encodeURIComponent(canonical)}`);
  assert.equal(answer.status, 404);
  assert.match(answer.json.detail, /`public_url`/);
});

test('on the loopback interface the service works by the address that it listens on', async () => {
  const plain = await start();
  const own = `http://127.0.0.1:${plain.port}`;
  assert.doesNotMatch(plain.said(), /public_url is not set/);
  for (const url of [`${own}/embed/lereporting`, `http://localhost:${plain.port}/toolkits/lereporting`, canonical]) {
    const answer = await get(plain, `/oembed?url=${encodeURIComponent(url)}`);
    check(operationOf('GET', '/oembed'), answer);
    assert.match(answer.json.html, new RegExp(`<iframe [^>]*src="${own}/embed/lereporting"`), url);
  }
  const pages = strings((await get(plain, '/sitemap.xml')).text, '//url/loc');
  assert.ok(pages.includes(`${own}/embed/lereporting`));
  for (const page of pages) assert.equal((await get(plain, page.slice(own.length))).status, 200, page);
  assert.match((await get(plain, '/docs/embedding')).text, new RegExp(`curl &#39;${own}/v1/toolkits/lereporting&#39;|curl '${own}/v1/toolkits/lereporting'`));
});

test('all other answers are the same whatever the port', async () => {
  const [one, other] = [await start(), await start()];
  const paths = ['/v1', '/v1/toolkits/lereporting', '/embed/lereporting?lang=es', '/embed/lereporting/fragment', '/v1/feed.atom', '/v1/feed.json', '/docs',
    '/robots.txt', '/embed/v1.json', '/.well-known/api-catalog', '/openapi.json', '/v1/nothing'];
  for (const target of paths) {
    const [first, second] = [await get(one, target), await get(other, target)];
    assert.equal(first.text, second.text, target);
    for (const name of ['ETag', 'Link', 'Location']) assert.equal(first.field(name), second.field(name), `${target} ${name}`);
  }
});

const frameOf = (json) => /<iframe[^>]* src="([^"]*)"/.exec(json.html)[1].replaceAll('&amp;', '&');

test('what the pasted address asks of the embed is asked of the frame, in both formats', async () => {
  const pasted = `${address}/embed/lereporting?theme=dark&utm_source=x&lang=es&sections=target-audience&as_of=2024-01-01#top`;
  const expected = `${address}/embed/lereporting?sections=target-audience&theme=dark&lang=es`;
  const {json} = await ask(pasted);
  assert.equal(frameOf(json), expected);
  assert.match(json.html, /llame al/);
  const {text} = await ask(pasted, '&format=xml');
  assert.equal(frameOf({html: strings(text, '/oembed/html')[0]}), expected);
  assert.equal((await get(service, pathOf(expected))).status, 200);
});

for (const rest of ['?theme=pink', '?lang=fr', '?sections=nothing', '?lang=es&lang=en']) {
  test(`the embed's own refusal of ${rest} is that of oEmbed`, async () => {
    const answer = await ask(`${address}/embed/lereporting${rest}`);
    check(operationOf('GET', '/oembed'), answer);
    assert.equal(answer.status, 400);
    assert.equal(answer.json.parameter, (await get(service, `/embed/lereporting${rest}`)).json.parameter);
    assert.equal((await ask(canonical + rest)).status, 200, 'the query of the publisher’s page is the publisher’s');
  });
}

test('a former id leads to the frame of today, with every way of asking', async () => {
  const contentDir = editedContent({'toolkits/lereporting/toolkit.md': 'former_ids: [le-reporting]',
    'toolkits/lereporting/target-audience.md': 'former_ids: [audience]'});
  const renamed = await startConfigured({contentDir});
  for (const path of ['/embed/le-reporting', '/toolkits/le-reporting', '/v1/toolkits/le-reporting']) {
    const {json} = await get(renamed, `/oembed?url=${encodeURIComponent(`${address}${path}?sections=audience`)}`);
    assert.equal(frameOf(json), `${address}/embed/lereporting?sections=target-audience`, path);
  }
});

test('an empty value, and a size of 0, count as not given', async () => {
  const {text} = await ask(canonical);
  for (const rest of ['&maxwidth=&maxheight=', '&maxwidth=0', '&maxheight=0', '&format=']) assert.equal((await ask(canonical, rest)).text, text, rest);
});

test('the answer names the publisher’s page and the hotline beside a frame that may run its own script', async () => {
  const {html} = (await ask(canonical)).json;
  assert.match(html, /^<blockquote class="wp-embedded-content" lang="en"><a href="https:\/\/casttta\.nationbuilder\.com\/lereporting">[^<]+<\/a>, by CAST\. /);
  assert.match(html, /<a href="tel:\+18885392373">1-888-539-2373<\/a>/);
  assert.match(html, /<iframe [^>]*sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"/);
});

for (const [target, rest] of [['/embed/lereporting', ''], ['/embed/lereporting?theme=dark&sections=target-audience&lang=es', '?sections=target-audience&theme=dark&lang=es'],
  ['/embed/lereporting/fragment?sections=target-audience&heading=3', '?sections=target-audience']]) {
  test(`whoever follows the links of ${target} comes to a frame of the same choice`, async () => {
    const answer = await get(service, target);
    const link = answer.field('Link').split(/,\s*(?=<)/).find((each) => each.includes('application/json+oembed'));
    const {json} = await get(service, pathOf(/<([^>]+)>/.exec(link)[1]));
    assert.equal(frameOf(json), `${address}/embed/lereporting${rest}`);
  });
}

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
  assert.match(json.html, new RegExp(`<iframe [^>]*src="${address}/embed/lereporting"`));
  assert.equal((await embedded(answer.field('Link'), 300)).src, `${address}/embed/lereporting`);
});

test('where there are no embeds there is nothing to embed, and nothing leads there', async () => {
  const without = await startConfigured({args: ['--embeds', 'false']});
  assert.equal((await get(without, `/oembed?url=${encodeURIComponent(canonical)}`)).status, 404);
  const answer = await get(without, '/toolkits/lereporting');
  assert.deepEqual([answer.field('Location'), answer.field('Link')], [canonical, undefined]);
  assert.doesNotMatch((await get(without, '/sitemap.xml')).text, /\/embed\//);
});
