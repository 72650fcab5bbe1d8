// The service's own words in either language, on every content path; and everything else in its own.
import assert from 'node:assert/strict';
import test from 'node:test';
import {check, contract, operationOf, operations, samplePath} from './support/contract.js';
import {filtered} from './support/paths.js';
import {start} from './support/service.js';
import {after, at, before, flag} from './support/time.js';
import {get, send} from './support/wire.js';

const service = await start();
const kSpanish = {'Accept-Language': 'es-US, en;q=0.5'};
const kLang = '#/components/parameters/Lang';

const contentPaths = operations.filter(({method, template}) => method === 'GET' && template.startsWith('/v1'));
const targets = [...contentPaths.map(({template, parameters}) => samplePath(template, parameters)), ...filtered.slice(0, 3)];
const withQuery = (target, query) => target + (target.includes('?') ? '&' : '?') + query;

// Of these the answers hold no words of the service's.
const kWordless = ['/v1/toolkits', '/v1/toolkits/lereporting/sections', '/v1/toolkits/lereporting/sections/target-audience', '/v1/regulations',
  '/v1/rights'];

// An answer without the service's words: what has to be the same in every language.
function content(value, key, within) {
  if (Array.isArray(value)) return value.map((each) => content(each, key, within));
  if (!value || typeof value !== 'object') return isWord(key, within) ? 'a word of the service' : value;
  if (value.provenance === 'service') return {id: value.id, statuses: value.statuses};
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, content(each, name, value)]));
}

const isProblem = ({id, status}) => id && typeof status === 'number';
const isEntry = (value) => Object.keys(value).join() === 'id,title,href';
function isWord(key, within) {
  if (key === 'basis_note') return within.basis_note !== null;
  if (key === 'text') return 'code' in within;
  return ['title', 'meaning', 'what_to_do'].includes(key) && (isProblem(within) || isEntry(within));
}

test('lang is a parameter of every content path of the document', () => {
  for (const {template} of contentPaths) {
    assert.ok(contract.paths[template].parameters.some(({$ref}) => $ref === kLang), template);
  }
});

for (const target of targets) {
  test(`${target} has its words in Spanish, and its content as it is`, async () => {
    const [english, spanish] = await Promise.all(['en', 'es'].map((lang) => get(service, withQuery(target, `lang=${lang}`))));
    assert.equal(check(operationOf('GET', target), spanish), '200');
    // Feeds are in the service's words throughout; feeds.test.js looks at them.
    if (!target.includes('/feed.')) assert.deepEqual(content(spanish.json), content(english.json));
    if (kWordless.includes(target)) {
      assert.equal(spanish.text, english.text);
      assert.equal(spanish.field('ETag'), english.field('ETag'));
    } else {
      assert.notEqual(spanish.text, english.text);
      assert.notEqual(spanish.field('ETag'), english.field('ETag'));
      assert.equal(spanish.field('Content-Language'), 'en, es');
    }
    assert.equal(english.field('Content-Language'), 'en');
    assert.equal(spanish.field('Vary').includes('Accept-Language'), false);
  });

  test(`${target} follows Accept-Language where the address names no language`, async () => {
    const [plain, asked, named] = await Promise.all([get(service, target), get(service, target, kSpanish),
      get(service, withQuery(target, 'lang=es'))]);
    assert.equal(asked.text, named.text);
    assert.equal(asked.field('ETag'), named.field('ETag'));
    assert.equal(plain.text, (await get(service, withQuery(target, 'lang=en'), kSpanish)).text);
    for (const answer of [plain, asked]) assert.match(answer.field('Vary'), /Accept-Language$/);
    assert.equal((await get(service, target, {...kSpanish, 'If-None-Match': asked.field('ETag')})).status, 304);
    if (!kWordless.includes(target)) {
      assert.equal((await get(service, target, {...kSpanish, 'If-None-Match': plain.field('ETag')})).status, 200);
    }
  });

  test(`${target} refuses a language that there is not`, async () => {
    for (const [given, query] of [['fr', 'lang=fr'], ['', 'lang='], ['ES', 'lang=ES'], ['es and es', 'lang=es&lang=es']]) {
      const answer = await get(service, withQuery(target, query));
      assert.equal(check(operationOf('GET', target), answer), '400');
      const {parameter, given: told, allowed} = answer.json;
      assert.deepEqual([parameter, told, allowed], ['lang', given, ['en', 'es']]);
    }
  });
}

test('at the switch both languages change together', async () => {
  const words = async (instant, lang) => {
    const {data} = (await get(service, `${flag}?as_of=${instant}&lang=${lang}`)).json;
    return [data.status, data.reason.text, data.notice.id, data.notice.language];
  };
  const takesEffect = 'La norma está publicada y entra en vigor el 28 de agosto de 2024.';
  const hasCome = 'Ha llegado la fecha de entrada en vigor de la norma, el 28 de agosto de 2024.';
  assert.deepEqual(await words(before, 'es'), ['pending', takesEffect, 'important-update', 'en']);
  for (const instant of [at, after]) {
    assert.deepEqual(await words(instant, 'es'), ['effective', hasCome, 't-visa-rule-in-effect', 'es']);
    assert.deepEqual((await words(instant, 'en')).slice(2), ['t-visa-rule-in-effect', 'en']);
  }
});

test('the publisher’s notice is never in other words than the publisher’s', async () => {
  const [english, spanish] = await Promise.all(['en', 'es'].map((lang) => get(service, `${flag}?as_of=${before}&lang=${lang}`)));
  assert.deepEqual(spanish.json.data.notice, english.json.data.notice);
  assert.equal(spanish.json.data.notice.provenance, 'publisher');
});

test('the service’s notice in Spanish leads where the English one leads', async () => {
  const [english, spanish] = await Promise.all(['en', 'es'].map(async (lang) => (await get(service, `${flag}?lang=${lang}`)).json.data.notice));
  assert.match(spanish.text.text, /^La norma definitiva sobre la visa T \(89 FR 34864\) entró en vigor el 28 de agosto de 2024\./);
  assert.deepEqual(spanish.links.map(({href}) => href), english.links.map(({href}) => href));
});

const kProblems = [
  [404, (fields, query) => get(service, `/v1/toolkits/nothing${query}`, fields), 'No hay nada en esta ruta'],
  [400, (fields, query) => get(service, `/v1/resources${query || '?'}&kind=poem`, fields), 'Un parámetro tiene un valor que no puede tener'],
  [405, (fields, query) => send(service, 'DELETE', `/v1${query}`, fields), 'El método no está permitido'],
  [412, (fields, query) => get(service, `/v1${query}`, {...fields, 'If-Match': '"other"'}), 'El contenido no se encuentra en el estado exigido'],
];

for (const [status, ask, title] of kProblems) {
  test(`the problem ${status} is told in Spanish, and explained in it`, async () => {
    for (const answer of [await ask({}, '?lang=es'), await ask(kSpanish, ''), await ask({'Accept-Language': 'en'}, '?lang=es')]) {
      assert.equal(answer.status, status);
      check(operationOf('GET', '/v1/toolkits/nothing'), answer);
      assert.equal(answer.json.title, title);
      assert.equal(answer.field('Content-Language'), 'es');
      const page = await get(service, `${answer.json.type}?lang=es`);
      assert.equal(page.json.data.title, title);
    }
    assert.equal((await ask(kSpanish, '?lang=en')).field('Content-Language'), 'en');
    assert.equal((await ask({}, '')).field('Content-Language'), 'en');
  });
}

test('a cache keeps what is not found apart by language, unless the address does', async () => {
  assert.equal((await get(service, '/v1/toolkits/nothing', kSpanish)).field('Vary'), 'Accept-Language');
  assert.equal((await get(service, '/v1/toolkits/nothing?lang=es')).field('Vary'), undefined);
});

test('a request that could not be read is refused in English', async () => {
  const answer = await get(service, '/v1?lang=es', {...kSpanish, 'Content-Length': 'many'});
  assert.equal(answer.status, 400);
  assert.equal(answer.field('Content-Language'), 'en');
});
