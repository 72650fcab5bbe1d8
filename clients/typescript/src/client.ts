import createClient, {type Client} from 'openapi-fetch';
import type {
  Answer, Regulation, RegulationStatus, RegulationSummary, Resource, Rights, Section, Toolkit, ToolkitSummary,
} from './answer.js';
import {AnswerCache, kSource} from './cache.js';
import {deviceClock} from './clock.js';
import type {ContentPath, Data, Ids} from './content.js';
import type {paths} from './contract.js';
import {ToolkitProblem} from './errors.js';
import {queryOf, type ClientOptions, type ContentOptions, type OptionsOf, type ResourceOptions} from './options.js';

/**
 * Asks one toolkitd. Every method rejects with a ToolkitProblem where the answer is an error, with a ToolkitNetworkError
 * where there is none, with a RangeError where an id or an instant is none, and with the reason of `signal`.
 */
export class ToolkitClient {
  readonly #http: Client<paths>;

  /** `baseUrl`: where the service is, such as `https://toolkits.example`. */
  constructor(baseUrl: string | URL, options: ClientOptions = {}) {
    const {fetch = (request) => globalThis.fetch(request), clock = deviceClock, maxEntries = 100} = options;
    const cache = new AnswerCache(fetch, clock, maxEntries);
    this.#http = createClient<paths>({
      baseUrl: String(baseUrl),
      fetch: (request) => cache.answer(request),
      headers: {Accept: 'application/json'},
      ...implemented(kRequestInit),
    });
  }

  toolkits(options: ContentOptions = {}): Promise<Answer<ToolkitSummary[]>> {
    return this.#get('/v1/toolkits', {}, options);
  }

  /** A toolkit with its notice, sections and resources, and the status of the regulation that it follows. */
  toolkit(toolkit: string, options: ContentOptions = {}): Promise<Answer<Toolkit>> {
    return this.#get('/v1/toolkits/{toolkit}', {toolkit}, options);
  }

  sections(toolkit: string, options: ContentOptions = {}): Promise<Answer<Section[]>> {
    return this.#get('/v1/toolkits/{toolkit}/sections', {toolkit}, options);
  }

  section(toolkit: string, section: string, options: ContentOptions = {}): Promise<Answer<Section>> {
    return this.#get('/v1/toolkits/{toolkit}/sections/{section}', {toolkit, section}, options);
  }

  /** The resources that fit every filter that is given. */
  resources(options: ResourceOptions = {}): Promise<Answer<Resource[]>> {
    return this.#get('/v1/resources', {}, options);
  }

  resource(resource: string, options: ContentOptions = {}): Promise<Answer<Resource>> {
    return this.#get('/v1/resources/{resource}', {resource}, options);
  }

  regulations(options: ContentOptions = {}): Promise<Answer<RegulationSummary[]>> {
    return this.#get('/v1/regulations', {}, options);
  }

  /** A regulation with its documents and its whole timeline. */
  regulation(regulation: string, options: ContentOptions = {}): Promise<Answer<Regulation>> {
    return this.#get('/v1/regulations/{regulation}', {regulation}, options);
  }

  /** The flag: is the rule that the service is about in effect? */
  status(options: ContentOptions = {}): Promise<Answer<RegulationStatus>> {
    return this.#get('/v1/regulation-status', {}, options);
  }

  /** The flag of any regulation. */
  regulationStatus(regulation: string, options: ContentOptions = {}): Promise<Answer<RegulationStatus>> {
    return this.#get('/v1/regulations/{regulation}/status', {regulation}, options);
  }

  /** The terms of republication, whole. */
  rights(options: ContentOptions = {}): Promise<Answer<Rights>> {
    return this.#get('/v1/rights', {}, options);
  }

  async #get<Path extends ContentPath>(
    path: Path, ids: Ids<Path> & Record<string, string>, options: OptionsOf<Path>,
  ): Promise<Answer<Data<Path>>> {
    Object.values(ids).forEach(checkId);
    const {signal} = options;
    const init = {params: {path: ids, query: queryOf(options)}, ...(signal && {signal})};
    // openapi-fetch cannot follow a generic path: the signature above holds what is asked and answered to the contract.
    return answerOf<Path>(await this.#http.GET(path, init as never));
  }
}

// Nothing of a reader is sent along, nothing is left in the browser's own cache, and no redirect is followed unseen.
const kRequestInit = {credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'manual'} as const;

// Runtimes other than browsers, such as Cloudflare Workers, refuse what they have no use for: they keep no cookies, for example.
function implemented(init: RequestInit): RequestInit {
  return Object.fromEntries(Object.entries(init).filter(([name, value]) => {
    try {
      return new Request('https://toolkit.example/', {[name]: value});
    } catch {
      return false;
    }
  }));
}

interface Fetched {
  data?: object | undefined;
  error?: unknown;
  response: Response;
}

function answerOf<Path extends ContentPath>({data, error, response}: Fetched): Answer<Data<Path>> {
  if (!response.ok) throw new ToolkitProblem(error, response);
  return {...data, source: response.headers.get(kSource)} as Answer<Data<Path>>;
}

// Anything else would make another path: `..` the one above, nothing the list.
function checkId(text: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) throw new RangeError(`${JSON.stringify(text)} is not an id`);
}
