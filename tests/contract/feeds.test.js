import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import {address, pathOf, startConfigured} from './support/configured.js';
import {check, operationOf} from './support/contract.js';
import {editedContent} from './support/editing.js';
import {root, start} from './support/service.js';
import {after, at, before} from './support/time.js';
import {get} from './support/wire.js';
import {parsed} from './support/feedparser.js';
import {fits, strings} from './support/xml.js';

const service = await start();
const configured = await startConfigured();
const schema = path.join(root, 'tests/data/atom.rng');
const kFolders = ['/v1', '/v1/toolkits/lereporting'];
const instants = ['2020-01-01T00:00:00Z', '2024-04-30T03:59:59Z', '2024-04-30T04:00:00Z', before, at, after, '2026-11-23T08:00:00Z'];

const items = async (query, asked = service) => (await get(asked, `/v1/toolkits/lereporting/feed.json?${query}`)).json.items;
const tagged = (list, tag) => list.filter(({tags}) => tags.includes(tag)).map(({title}) => title);

test('before the rule was announced, nobody knew of it', async () => {
  assert.deepEqual(await items('as_of=2024-04-30T03:59:59Z'), []);
});

test('from the announcement to the switch, the feed says first what is planned', async () => {
  for (const instant of ['2024-04-30T04:00:00Z', before]) {
    const [first, ...others] = await items(`as_of=${instant}`);
    assert.equal(first.title, 'T visa final rule: planned to be in effect on August 28, 2024');
    assert.equal(first._planned_for, at);
    assert.equal(first.date_published, '2024-04-30T04:00:00Z');
    assert.deepEqual(tagged(others, 'planned'), []);
  }
});

test('from the switch on, it says what has happened', async () => {
  for (const instant of [at, after]) {
    const list = await items(`as_of=${instant}`);
    assert.deepEqual(tagged(list, 'planned'), []);
    assert.deepEqual([list[0].title, list[0].date_published], ['T visa final rule: now in effect', at]);
  }
});

test('the clock does what as_of does', async () => {
  const rehearsal = await start({args: ['--rehearse', after]});
  assert.deepEqual(await items('', rehearsal), await items(`as_of=${after}`));
});

for (const asked of [service, configured]) {
  test('every Atom feed fits the schema of RFC 4287, at every instant and in both languages', async () => {
    for (const folder of kFolders) {
      for (const query of [...instants.map((instant) => `as_of=${instant}`), 'lang=es']) {
        const answer = await get(asked, `${folder}/feed.atom?${query}`);
        check(operationOf('GET', `${folder}/feed.atom`), answer);
        fits(answer.text, schema);
        for (const element of answer.text.split('<entry')) {
          const alternates = element.match(/<link rel="alternate" type[^>]*(?= href)/g) ?? [];
          assert.equal(new Set(alternates).size, alternates.length, 'RFC 4287, sections 4.1.1 and 4.1.2');
        }
      }
    }
  });
}

test('both formats say the same', async () => {
  for (const query of [`as_of=${before}`, 'lang=es']) {
    const {json} = await get(service, `/v1/feed.json?${query}`);
    const {text} = await get(service, `/v1/feed.atom?${query}`);
    assert.deepEqual(strings(text, '//entry/id'), json.items.map(({id}) => id));
    assert.deepEqual(strings(text, '//entry/title'), json.items.map(({title}) => title));
    assert.deepEqual(strings(text, '//entry/updated'), json.items.map(({date_modified}) => date_modified));
    assert.equal(strings(text, '/feed/rights')[0], json._rights.text);
    assert.equal(strings(text, '/feed/subtitle')[0], json.description);
  }
});

test('every feed has the terms and the way for survivors, with the hotline', async () => {
  for (const folder of kFolders) {
    const {description, _rights, _audience} = (await get(service, `${folder}/feed.json`)).json;
    assert.match(description, /^If you are a survivor .*1-888-539-2373$/);
    assert.equal(_rights.republication, 'express_permission_required');
    assert.equal(_audience.survivor_redirect.hotline.number, '1-888-539-2373');
  }
});

test('every answer is as documented, and its ids are its own', async () => {
  for (const folder of kFolders) {
    for (const query of [...instants.map((instant) => `as_of=${instant}`), 'lang=es']) {
      const answer = await get(service, `${folder}/feed.json?${query}`);
      check(operationOf('GET', `${folder}/feed.json`), answer);
      const ids = answer.json.items.map(({id}) => id);
      assert.equal(new Set(ids).size, ids.length);
    }
  }
});

test('ids stay when the content is edited, the service moves, and time passes', async () => {
  const edited = await start({contentDir: editedContent({'resources/reporting-video.md': 'former_ids: [reporting-webinar]'})});
  const ids = async (asked, query) => (await items(query, asked)).map(({id}) => id);
  const today = await ids(service, '');
  assert.deepEqual(await ids(edited, ''), today);
  assert.deepEqual(await ids(configured, ''), today);
  const then = await items(`as_of=${before}`);
  for (const {id, tags} of then) assert.equal(today.includes(id), !tags.includes('planned'), id);
});

test('a feed has the addresses of itself and of the other format, whole where the service knows its own', async () => {
  const feed = (await get(configured, '/v1/toolkits/lereporting/feed.json?lang=es')).json;
  assert.equal(feed.feed_url, `${address}/v1/toolkits/lereporting/feed.json?lang=es`);
  for (const whole of [feed.feed_url, feed._links.atom]) assert.equal((await get(configured, pathOf(whole))).status, 200);
  const {text} = await get(configured, pathOf(feed._links.atom));
  assert.deepEqual(strings(text, "//link[@rel='self']/@href"), [feed._links.atom]);
  assert.ok(strings(text, "//link[@rel='alternate']/@href").includes(feed.feed_url));
});

test('the index and the toolkit lead to their feeds', async () => {
  for (const folder of kFolders) {
    const {links} = (await get(service, folder)).json;
    assert.deepEqual([links.feed, links.feed_atom], [`${folder}/feed.json`, `${folder}/feed.atom`]);
  }
});

test('a toolkit’s former id leads to today’s feed', async () => {
  const renamed = await start({contentDir: editedContent({'toolkits/lereporting/toolkit.md': 'former_ids: [reporting]'})});
  const answer = await get(renamed, '/v1/toolkits/reporting/feed.atom');
  assert.deepEqual([answer.status, answer.field('Location')], [308, '/v1/toolkits/lereporting/feed.atom']);
});

test('what is withdrawn is told before it is, and as what it is', async () => {
  const contentDir = editedContent({'resources/reporting-video.md': 'publish_until: 2030-01-01T00:00:00Z'});
  const withdrawing = await start({contentDir});
  assert.deepEqual(tagged(await items('as_of=2029-12-31T23:59:59Z', withdrawing), 'withdrawn'), []);
  assert.match(tagged(await items('as_of=2029-12-31T23:59:59Z', withdrawing), 'planned')[0], /^To be withdrawn on December 31, 2029/);
  assert.match(tagged(await items('as_of=2030-01-01', withdrawing), 'withdrawn')[0], /^Withdrawn: the resource/);
});

// As readers of feeds take it: what they show is text, links and entries, and no element of our own.
for (const [name, asked, embed] of [['knows its address', configured, `${address}/embed/lereporting`], ['does not', service, 'https://casttta.nationbuilder.com/lereporting']]) {
  for (const folder of kFolders) {
    test(`a reader of ${folder}/feed.atom of a service that ${name} finds pages for people, help and terms`, async () => {
      for (const instant of [before, at, after]) {
        const {text} = await get(asked, `${folder}/feed.atom?as_of=${instant}`);
        const feed = parsed(text);
        assert.equal(feed.bozo, false, feed.bozo_exception);
        assert.equal(feed.link, embed);
        for (const html of strings(text, '//entry/content')) assert.match(html, /<a href="tel:\+18885392373">1-888-539-2373<\/a>/);
        assert.ok(feed.entries.length >= 3);
        for (const {title, link, content, type, id, updated} of feed.entries) {
          assert.equal(type, 'text/html');
          assert.match(link, /^https:\/\/(casttta\.nationbuilder\.com|www\.federalregister\.gov|toolkits\.example\/api\/embed)\//, title);
          assert.doesNotMatch(link, /\/v1\//, title);
          // This reader takes the address of a `tel:` link away; the number is what it shows.
          assert.match(content, /If you are a survivor[^]*<a[^>]*>1-888-539-2373<\/a>/, title);
          assert.match(content, /cannot be republished without express permission from CAST/, title);
          assert.ok(title && id && updated);
        }
      }
    });
  }
}

test('without an address of its own a feed still leads nowhere that is not whole, but to itself', async () => {
  for (const folder of kFolders) {
    const feed = (await get(service, `${folder}/feed.json`)).json;
    for (const {url} of feed.items) assert.ok(URL.canParse(url), url);
    assert.ok(URL.canParse(feed.home_page_url), feed.home_page_url);
  }
});

test('every reference of a feed of a service that knows its address is whole, and so is the base', async () => {
  for (const folder of kFolders) {
    const {text} = await get(configured, `${folder}/feed.atom`);
    assert.ok(text.includes(` xml:base="${address}${folder}/feed.atom"`));
    for (const href of strings(text, '//link/@href')) assert.ok(URL.canParse(href), href);
    const {feed_url, _links, items: list} = (await get(configured, `${folder}/feed.json`)).json;
    for (const url of [feed_url, _links.atom, ...list.map((each) => each.url)]) assert.ok(URL.canParse(url), url);
  }
});

test('a list does not run together where line breaks are lost, and is a list as HTML', async () => {
  const {items: list} = (await get(service, '/v1/feed.json')).json;
  const revised = list.find(({tags, content_text}) => tags[0] === 'revised' && content_text.includes('the terms'));
  const flat = revised.content_text.replace(/\s+/g, ' ');
  assert.match(flat, / • the terms, “Republication Information” • the way for survivors • /);
  assert.match(revised.content_html, /<ul><li>[^<]+<\/li><li>the terms, “Republication Information”<\/li><li>the way for survivors<\/li>/);
  const rule = list.find(({title}) => title === 'T visa final rule: published');
  assert.match(rule.content_html, /^<p>[^<]+<\/p><ul><li>Classification for Victims [^<]+\(89 FR 34864\)<\/li><\/ul>/);
});

test('entries lead to the embed page in the language of the feed', async () => {
  const links = (await get(configured, '/v1/toolkits/lereporting/feed.json?lang=es')).json.items.map(({url}) => url);
  assert.ok(links.includes(`${address}/embed/lereporting?lang=es`), `${links}`);
});
