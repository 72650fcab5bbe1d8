// A service that answers as it is told, and clocks that go as they are told: no test waits.
import {ToolkitClient} from '@toolkitd/client';

export const at = Date.parse('2024-08-28T04:00:00Z');
export const kLong = 'public, max-age=86400, stale-if-error=86400';

// `pass`: time, on both clocks. The wall clock is years away from the service's.
export function clocks() {
  let monotonic = 7;
  let wall = 0;
  return {
    monotonic: () => monotonic,
    wall: () => wall,
    pass(seconds) {
      monotonic += seconds * 1000;
      wall += seconds * 1000;
    },
    sleep: (seconds) => { wall += seconds * 1000; },
    setBack: (seconds) => { wall -= seconds * 1000; },
  };
}

// `from`: seconds from the switch on, by the service's clock. A field that is undefined is not sent.
export function answer({from = -60, data = 'old', until = at, cacheControl = kLong, tag = '"old"', fields = {}} = {}) {
  const meta = {valid_from: null, valid_until: until && new Date(until).toISOString(), language: 'en'};
  const body = {data, rights: {text: 'terms'}, audience: {}, links: {}, meta};
  return new Response(JSON.stringify(body), {headers: headers({Date: dateAt(from), 'Cache-Control': cacheControl, ETag: tag, ...fields})});
}

export const notModified = ({from, cacheControl = kLong, fields = {}}) =>
  new Response(null, {status: 304, headers: headers({Date: dateAt(from), 'Cache-Control': cacheControl, ETag: '"old"', ...fields})});

export const dateAt = (seconds) => new Date(at + seconds * 1000).toUTCString();

const headers = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

// Throws what it is told to, too, as fetch does where there is no connection.
export const away = () => { throw new TypeError('fetch failed'); };

// A client of a service that gives these answers, one after the other: responses, or functions that make one of the request.
export function staged(answers, options = {}) {
  const clock = clocks();
  const requests = [];
  const fetch = async (request) => {
    requests.push({url: request.url, fields: Object.fromEntries(request.headers), request});
    const next = answers.shift() ?? away;
    return typeof next === 'function' ? next(request, clock) : next;
  };
  return {client: new ToolkitClient('https://service.example', {fetch, clock, ...options}), clock, requests};
}
