import {ToolkitNetworkError} from './errors.js';

/** What came back: an answer of the service, its word that the copy holds, or an error of anybody's. */
export type Exchanged =
  | {kind: 'answer'; body: string; headers: Headers; validUntil: number}
  | {kind: 'not-modified'; headers: Headers; response: Response}
  | {kind: 'error'; response: Response};

/** Rejects with a ToolkitNetworkError, or with the reason of the request's signal where the caller wanted no answer. */
export async function exchange(fetch: (request: Request) => Promise<Response>, request: Request): Promise<Exchanged> {
  const [response, body] = await received(fetch, request);
  const {status, headers} = response;
  if (status === 304) return {kind: 'not-modified', headers, response};
  if (status >= 400) return {kind: 'error', response: new Response(body, {status, headers})};
  return {kind: 'answer', body, headers, validUntil: validUntil(body)};
}

const kMaxRedirects = 5;
const isRedirect = ({status, type}: Response): boolean => type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(status);
const originOf = (url: string): string => new URL(url).origin;

// A renamed item redirects to its present address. Only redirects within the service's own origin are followed: another
// origin is not asked, and learns nothing of the reader.
async function followed(fetch: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  let response = await fetch(request);
  for (let redirects = 0, {url} = request; isRedirect(response); ++redirects) {
    if (response.type === 'opaqueredirect') return await followedByBrowser(fetch, request);
    const location = response.headers.get('Location');
    if (location === null || redirects === kMaxRedirects) throw new ToolkitNetworkError(`${originOf(url)} redirects to nowhere`);
    url = new URL(location, url).href;
    if (originOf(url) !== originOf(request.url)) throw redirectedElsewhere(request, originOf(url));
    response = await fetch(new Request(url, request));
  }
  return response;
}

// A browser does not tell a script where a redirect leads. Where the page and the service share an origin, the browser itself
// refuses to leave it.
async function followedByBrowser(fetch: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  if (globalThis.location?.origin === originOf(request.url)) return fetch(new Request(request, {redirect: 'follow', mode: 'same-origin'}));
  throw new ToolkitNetworkError(
    `${originOf(request.url)} redirects, and a browser does not tell where: not followed. Use the present id of what was asked for`);
}

const redirectedElsewhere = (request: Request, origin: string): ToolkitNetworkError =>
  new ToolkitNetworkError(`${originOf(request.url)} redirects to another origin, ${origin}: not followed`);

// The whole of it: a body that breaks off is no answer either.
async function received(fetch: (request: Request) => Promise<Response>, request: Request): Promise<[Response, string]> {
  try {
    const response = await followed(fetch, request);
    if (response.redirected && originOf(response.url) !== originOf(request.url)) throw redirectedElsewhere(request, originOf(response.url));
    return [response, await response.text()];
  } catch (cause) {
    if (cause instanceof ToolkitNetworkError) throw cause;
    const {aborted, reason} = request.signal;
    if (aborted && reason?.name !== 'TimeoutError') throw reason;
    throw new ToolkitNetworkError(`${originOf(request.url)} did not answer`, {cause});
  }
}

// Whatever stands between may answer in the service's place, with a page to log in, say.
function validUntil(body: string): number {
  try {
    const {valid_until: end} = JSON.parse(body).meta;
    if (end === null) return Infinity;
    if (typeof end === 'string') return Date.parse(end);
  } catch (cause) {
    throw new ToolkitNetworkError('What answered is not the service', {cause});
  }
  throw new ToolkitNetworkError('What answered is not the service: it says nothing of its validity');
}
