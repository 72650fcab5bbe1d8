import assert from 'node:assert/strict';
import test from 'node:test';
import {check, contract, operationOf} from './support/contract.js';
import {start} from './support/service.js';
import {after, at, before, flag} from './support/time.js';
import {get} from './support/wire.js';

const service = await start();
const asOf = (value) => get(service, `${flag}?as_of=${encodeURIComponent(value)}`);

async function refused(target, parameter, given) {
  const answer = await get(service, target);
  assert.equal(answer.status, 400, target);
  assert.equal(check(operationOf('GET', target), answer), '400');
  assert.equal(answer.json.parameter, parameter);
  assert.equal(answer.json.given, given);
  return answer.json.allowed;
}

for (const [value, same] of [
  ['2024-08-27T23:59:59-04:00', before], ['2024-08-28T00:00:00-04:00', at], ['2024-08-28t04:00:00z', at],
  ['2024-08-28T04:00:00.000Z', at], ['2024-08-28T03:59:59.999Z', before], ['2024-08-28T09:30:01+05:30', after],
]) {
  test(`as_of ${value} is the instant ${same}`, async () => assert.equal((await asOf(value)).text, (await asOf(same)).text));
}

test('an offset counts even where its + is not encoded', async () => {
  assert.equal((await get(service, `${flag}?as_of=2024-08-28T09:00:00+05:00`)).text, (await asOf(at)).text);
});

test('as_of with a day is the start of that day where the publisher is', async () => {
  assert.equal((await asOf('2024-08-28')).text, (await asOf('2024-08-28T00:00:00-07:00')).text);
  assert.equal((await asOf('2024-08-28')).json.data.status, 'effective');
  assert.equal((await asOf('2024-08-27')).json.data.status, 'pending');
});

test('as_of reaches far back and far ahead', async () => {
  for (const value of ['0001-01-01T00:00:00Z', '1970-01-01', '9999-12-31T23:59:59Z']) assert.equal((await asOf(value)).status, 200, value);
});

for (const value of ['', 'yesterday', '2024', '2024-08', '2024-02-30', '2023-02-29', '2024-08-28T04:00Z', '2024-08-28T04:00:00', '2024-13-01',
  '2024-08-28T24:00:00Z', '2024-08-28T04:60:00Z', '1724817600', '2024-08-28 ', ' 2024-08-28', '２０２４-08-28', '2024-08-28\0']) {
  test(`as_of ${JSON.stringify(value)} is refused`, async () => {
    const allowed = await refused(`${flag}?as_of=${encodeURIComponent(value)}`, 'as_of', value);
    assert.ok(allowed.length >= 1);
  });
}

test('as_of counts on every path that the document says it does', async () => {
  const paths = Object.entries(contract.paths).filter(([, item]) => JSON.stringify(item.parameters ?? []).includes('AsOf'));
  assert.equal(paths.length, Object.keys(contract.paths).filter((template) => /^\/(v1|embed\/{toolkit}|docs)/.test(template)).length);
});

for (const [name, right, allowed] of [
  ['audience', 'attorney', ['attorney', 'legal_representative']],
  ['currency', 'predates_rule', ['current', 'predates_rule', 'undetermined']],
  ['kind', 'video', ['practice_advisory', 'video']],
  ['toolkit', 'lereporting', ['lereporting']],
]) {
  test(`a wrong ${name} is refused with what is allowed`, async () => {
    assert.deepEqual(await refused(`/v1/resources?${name}=nothing`, name, 'nothing'), allowed);
    assert.deepEqual(await refused(`/v1/resources?${name}=`, name, ''), allowed);
  });

  test(`${name} chooses resources, and may not be given twice`, async () => {
    const {data} = (await get(service, `/v1/resources?${name}=${right}`)).json;
    assert.ok(data.length > 0);
    assert.equal((await get(service, `/v1/resources?${name}=${right}&${name}=${right}`)).status, 400);
  });
}

test('filters work together, in any order', async () => {
  const ids = async (query) => (await get(service, `/v1/resources?${query}`)).json.data.map(({id}) => id);
  assert.deepEqual(await ids('kind=video&audience=attorney'), ['reporting-video']);
  assert.deepEqual(await ids('audience=attorney&kind=video'), ['reporting-video']);
  assert.deepEqual(await ids('kind=video&currency=current'), []);
  assert.deepEqual(await ids(''), ['law-enforcement-cooperation-guide', 'reporting-video']);
});

test('a value is understood percent-encoded', async () => {
  assert.equal((await get(service, '/v1/resources?%6bind=%76ideo')).json.data.length, 1);
});

test('as_of given twice is refused, even with one value', async () => {
  assert.equal((await get(service, `${flag}?as_of=${at}&as_of=${at}`)).status, 400);
});

test('what was given is told back harmless and shortened', async () => {
  const {given} = (await get(service, `${flag}?as_of=${encodeURIComponent('<b>"é')}%ff${'x'.repeat(500)}`)).json;
  assert.ok(given.startsWith('<b>"é'), given);
  assert.ok(given.length <= 110, given);
});

test('unknown parameters are ignored', async () => {
  const plain = await get(service, flag);
  for (const query of ['?utm_source=x', '?', '?&&', '?fbclid=x&gclid=y', '?_=1724817600', '?=', '?as_of_x=x']) {
    const answer = await get(service, flag + query);
    assert.equal(answer.status, 200, query);
    assert.equal(answer.field('ETag'), plain.field('ETag'), query);
  }
});

const kJson = ['/v1', '/v1/toolkits', '/v1/toolkits/lereporting', '/v1/toolkits/lereporting/sections', '/v1/resources', '/v1/resources/reporting-video',
  '/v1/regulations', '/v1/regulation-status', flag, '/v1/rights', '/v1/problems', '/v1/feed.json', '/v1/feed.atom'];

for (const name of ['q', 'query', 'search', 'fields', 'include', 'exclude', 'filter', 'filter%5Bkind%5D', 'limit', 'offset', 'page', 'per_page', 'pageSize',
  'ids', 'id', 'sort', 'order', 'sort_by', 'since', 'until', 'modified_since', 'updatedSince', 'date', 'at', 'AS_OF', 'asOf', 'language', 'locale', 'format']) {
  test(`the parameter ${name}, which is not there and promises a choice, is refused with what there is`, async () => {
    for (const target of kJson) {
      const answer = await get(service, `${target}?utm_source=x&${name}=5`);
      assert.equal(answer.status, 400, target);
      assert.equal(check(operationOf('GET', target), answer), '400');
      const {type, parameter, given, allowed} = answer.json;
      assert.deepEqual([type, parameter, given], ['/v1/problems/unknown-parameter', decodeURIComponent(name), '5']);
      const documented = operationOf('GET', target).parameters.filter((each) => each.in === 'query').map((each) => each.name);
      assert.deepEqual(allowed, documented.sort(), target);
    }
  });
}

test('a link to a page leads there, whatever it promises', async () => {
  for (const target of ['/embed/lereporting', '/embed/lereporting/fragment', '/docs', '/docs/embedding']) {
    assert.equal((await get(service, `${target}?page=2&q=x&date=y`)).status, 200, target);
  }
});

test('a link with what browsers and libraries leave unencoded in a query leads there', async () => {
  const raw = ['banner|top', '{{campaign.name}}', 'a^b', 'a`b', 'a\\b', '"a"', '<a>', '100%', '\u00e9\u65e5', '\u2028', '[a]', "it's"];
  for (const target of ['/embed/lereporting', '/embed/lereporting/fragment', flag, '/v1/resources?kind=video', '/toolkits/lereporting', '/docs']) {
    const plain = await get(service, target);
    const join = target.includes('?') ? '&' : '?';
    for (const value of raw) {
      const answer = await get(service, `${target}${join}utm_content=${value}&${value}`);
      assert.equal(answer.status, plain.status, `${target} ${value}`);
      assert.equal(answer.field('ETag'), plain.field('ETag'), `${target} ${value}`);
    }
  }
});

test('what is raw in a known parameter is told back as it was, and as nothing else', async () => {
  assert.equal((await get(service, `${flag}?as_of={{now}}|"\u00e9`)).json.given, '{{now}}|"\u00e9');
});

test('paths without content for other instants do not read as_of', async () => {
  for (const target of ['/livez', '/healthz', '/version', '/openapi.yaml']) {
    assert.equal((await get(service, `${target}?as_of=yesterday`)).status, 200, target);
  }
});
