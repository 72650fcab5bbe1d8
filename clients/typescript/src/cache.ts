import type {Source} from './answer.js';
import {elapsed, read, type Clock, type Reading} from './clock.js';
import {exchange, type Exchanged} from './exchange.js';
import {ToolkitNetworkError} from './errors.js';
import {hasEnded, helpsInNeed, isFresh, lifetimeOf, mayBeKept, type Lifetime} from './lifetime.js';

interface Copy {
  body: string;
  tag: string | null;
  validUntil: number;
  asked: Reading;
  lifetime: Lifetime;
}

/** The header field in which the answers of `AnswerCache` say where they came from. */
export const kSource = 'Toolkitd-Source';

/** Answers that are kept in memory, least recently used first to go. Each call is given a copy of its own. */
export class AnswerCache {
  readonly #copies = new Map<string, Copy>();
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #clock: Clock;
  readonly #maxEntries: number;

  constructor(fetch: (request: Request) => Promise<Response>, clock: Clock, maxEntries: number) {
    this.#fetch = fetch;
    this.#clock = clock;
    this.#maxEntries = maxEntries;
  }

  /** Rejects with a ToolkitNetworkError, or with the reason of the request's signal. */
  async answer(request: Request): Promise<Response> {
    const copy = this.#copies.get(request.url);
    if (copy && isFresh(copy.lifetime, this.#age(copy))) return this.#use(request, copy, 'copy');
    try {
      const response = await this.#ask(request, copy);
      return response.status >= 500 && this.#helps(copy) ? this.#use(request, copy, 'stale-copy') : response;
    } catch (error) {
      if (error instanceof ToolkitNetworkError && this.#helps(copy)) return this.#use(request, copy, 'stale-copy');
      throw error;
    }
  }

  async #ask(request: Request, copy: Copy | undefined): Promise<Response> {
    if (copy?.tag) request.headers.set('If-None-Match', copy.tag);
    else request.headers.delete('If-None-Match');
    return this.#send(request, copy);
  }

  async #send(request: Request, copy: Copy | undefined): Promise<Response> {
    const asked = read(this.#clock);
    const exchanged = await exchange(this.#fetch, request);
    if (exchanged.kind === 'not-modified' && copy) return this.#renew(request, copy, exchanged.headers, asked);
    if (exchanged.kind === 'answer') return this.#take(request, exchanged, asked);
    if (exchanged.response.status < 500) this.#copies.delete(request.url);
    return exchanged.response;
  }

  // A 304 that comes after the end of what it confirms is from a cache in between that has fallen behind.
  #renew(request: Request, copy: Copy, headers: Headers, asked: Reading): Promise<Response> | Response {
    const renewed = {...copy, asked, lifetime: lifetimeOf(headers, copy.validUntil)};
    if (!hasEnded(renewed.lifetime, this.#age(renewed))) return this.#use(request, renewed, 'service');
    this.#copies.delete(request.url);
    return this.#ask(request, undefined);
  }

  #take(request: Request, {body, headers, validUntil}: Exchanged & {kind: 'answer'}, asked: Reading): Promise<Response> | Response {
    const end = new URL(request.url).searchParams.has('as_of') ? Infinity : validUntil;
    const copy = {body, tag: headers.get('ETag'), validUntil: end, asked, lifetime: lifetimeOf(headers, end)};
    if (hasEnded(copy.lifetime, this.#age(copy))) return this.#askBehindCaches(request);
    if (mayBeKept(headers)) return this.#use(request, copy, 'service');
    this.#copies.delete(request.url);
    return responseOf(copy, 'service');
  }

  // What came has ended: a cache in between keeps it too long, or it was long under way. Caches are asked once to pass the request on
  // (RFC 9111, section 5.2.1.4); a second answer that has ended is no answer.
  #askBehindCaches(request: Request): Promise<Response> {
    this.#copies.delete(request.url);
    if (request.headers.has('Cache-Control')) {
      throw new ToolkitNetworkError('The answer is past its valid_until: a cache between here and the service keeps answers too long');
    }
    const again = new Request(request);
    again.headers.delete('If-None-Match');
    again.headers.set('Cache-Control', 'no-cache');
    return this.#send(again, undefined);
  }

  #use({url}: Request, copy: Copy, source: Source): Response {
    this.#copies.delete(url);
    this.#copies.set(url, copy);
    const [oldest] = this.#copies.keys();
    if (oldest !== undefined && this.#copies.size > this.#maxEntries) this.#copies.delete(oldest);
    return responseOf(copy, source);
  }

  #age(copy: Copy): number {
    return elapsed(this.#clock, copy.asked);
  }

  #helps(copy: Copy | undefined): copy is Copy {
    return copy !== undefined && helpsInNeed(copy.lifetime, this.#age(copy));
  }
}

const responseOf = (copy: Copy, source: Source): Response => new Response(copy.body, {headers: {[kSource]: source}});
