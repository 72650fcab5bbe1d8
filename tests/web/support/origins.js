// Two origins on free ports: a service whose answers a test controls, and a site that shows the element.
import {readFileSync} from 'node:fs';
import http from 'node:http';
import {fileURLToPath} from 'node:url';
import {fragment, framePage} from './fragment.js';

const kEmbed = fileURLToPath(new URL('../../../web/embed', import.meta.url));
export const source = (name) => readFileSync(`${kEmbed}/${name}`);

const kTypes = {html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8'};

// A server on a free port. `answer(request)` gives {status, type, fields, body}, or null: then the connection breaks.
// `asked` holds the requests for what is not a script or a style sheet.
async function serve(answer) {
  const asked = [];
  const server = http.createServer(async (request, response) => {
    if (!/\.(js|css)$/.test(request.url)) asked.push(request);
    const given = await answer(request);
    if (!given) return request.socket.destroy();
    const {status = 200, type = kTypes.html, fields = {}, body = ''} = given;
    response.writeHead(status, {'Content-Type': type, ...fields}).end(body);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  server.unref();
  return {server, asked, url: `http://127.0.0.1:${server.address().port}`};
}

// `now`: what its Date says; `content`: the parts of its fragment; `fault(request)`: answers in place of it.
export async function serviceOrigin() {
  const service = {now: Date.parse('2024-09-02T12:00:00Z'), maxAge: 300, content: {}, high: 700, fault: undefined};
  const shared = (request) => ({
    'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Date, ETag, Link, Age',
    'Date': new Date(service.now).toUTCString(), 'Cache-Control': `public, max-age=${service.maxAge}, stale-if-error=86400`,
    'Link': '<https://casttta.nationbuilder.com/lereporting>; rel="canonical", </v1/rights>; rel="license"',
    ...service.fields,
    'Set-Cookie': `seen=${encodeURIComponent(request.url)}; Path=/`, // which the browser must not keep
  });
  const answer = (request) => {
    const {pathname, searchParams} = new URL(request.url, 'http://service');
    const fields = shared(request);
    if (pathname.endsWith('.js')) return {type: kTypes.js, fields: {'Access-Control-Allow-Origin': '*'}, body: source(pathname.split('/').pop())};
    if (pathname === '/frame.css') return {type: kTypes.css, body: `body{margin:0}nav{display:none}main{height:${service.high}px;overflow:hidden}.grown{height:${service.high * 2}px}`};
    if (service.fault) return service.fault(request, fields);
    if (pathname === '/embed/lereporting') {
      delete fields['Set-Cookie']; // which a browser keeps of a page that it shows
      return {fields: {...fields, 'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src http:"},
        body: framePage(service.high, service.content)};
    }
    if (pathname !== '/embed/lereporting/fragment') return {status: 404, fields, body: 'nothing here'};
    const lang = searchParams.get('lang') ?? 'en';
    return {fields, body: fragment({lang, heading: Number(searchParams.get('heading') ?? 2), ...service.content})};
  };
  return Object.assign(service, await serve(answer), {away: () => (service.fault = () => null), back: () => (service.fault = undefined)});
}

// A site: `show({html, fields})` is its page; `/before` and `/neutral` are two others.
export async function hostOrigin() {
  const host = {};
  const others = {'/before': 'The page before.', '/neutral': 'Fair, 61 degrees.'};
  host.show = (page) => (host.page = page);
  return Object.assign(host, await serve((request) => {
    const {pathname} = new URL(request.url, 'http://host');
    if (pathname === '/host.css') return {type: kTypes.css, body: host.css ?? ''};
    if (pathname === '/') return host.page;
    return others[pathname] ? {body: `<!doctype html><title>Other</title><p>${others[pathname]}`} : {status: 404};
  }));
}
