import type {paths} from './contract.js';

/** The contract's paths of content that have a method of the client. */
export type ContentPath =
  | '/v1/toolkits'
  | '/v1/toolkits/{toolkit}'
  | '/v1/toolkits/{toolkit}/sections'
  | '/v1/toolkits/{toolkit}/sections/{section}'
  | '/v1/resources'
  | '/v1/resources/{resource}'
  | '/v1/regulations'
  | '/v1/regulations/{regulation}'
  | '/v1/regulations/{regulation}/status'
  | '/v1/regulation-status'
  | '/v1/rights';

type Get<Path extends ContentPath> = paths[Path]['get'];

export type Query<Path extends ContentPath> = NonNullable<Get<Path>['parameters']['query']>;

/** The ids in a path. */
export type Ids<Path extends ContentPath> = Get<Path>['parameters'] extends {path: infer Names} ? Names : Record<never, never>;

/** The `data` of a path's answer. */
export type Data<Path extends ContentPath> = Exclude<Get<Path>['responses'][200]['content']['application/json']['data'], undefined>;
