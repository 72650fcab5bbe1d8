import type {Clock} from './clock.js';
import type {ContentPath, Query} from './content.js';

export interface ClientOptions {
  /** In place of the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** In place of the device's clocks. */
  clock?: Clock;
  /** How many answers are kept, in memory alone; 100 unless told, 0 for none. */
  maxEntries?: number;
}

interface CallOptions {
  /** The instant to answer for, or a day as `YYYY-MM-DD`; without it, now. */
  asOf?: Date | string;
  /** Ends the request. A copy stands in for a request that ends with a TimeoutError, and for no other. */
  signal?: AbortSignal;
}

/** What a path takes: the parameters that the contract gives it, `as_of` under its name in this language. */
export type OptionsOf<Path extends ContentPath> = Omit<Query<Path>, 'as_of'> & CallOptions;

/** What every content path takes. */
export type ContentOptions = OptionsOf<'/v1/toolkits'>;

/** What the list of resources takes as well. */
export type ResourceOptions = OptionsOf<'/v1/resources'>;

const kAsOf = 'as_of' satisfies keyof Query<ContentPath>;

export function queryOf({asOf, signal: _, ...query}: CallOptions): Record<string, unknown> {
  if (asOf === undefined) return query;
  return {...query, [kAsOf]: typeof asOf === 'string' ? asOf : asOf.toISOString()};
}
