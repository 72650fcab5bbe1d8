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

// The whole of it: a body that breaks off is no answer either.
async function received(fetch: (request: Request) => Promise<Response>, request: Request): Promise<[Response, string]> {
  try {
    const response = await fetch(request);
    return [response, await response.text()];
  } catch (cause) {
    const {aborted, reason} = request.signal;
    if (aborted && reason?.name !== 'TimeoutError') throw reason;
    throw new ToolkitNetworkError(`${new URL(request.url).origin} did not answer`, {cause});
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
