import type {components} from './contract.js';

type Schemas = components['schemas'];
type Envelope = Schemas['Envelope'];

export type Audience = Schemas['Audience'];
export type Links = Schemas['Links'];
export type Meta = Schemas['Meta'];
export type RegulationStatus = Schemas['Status'];
export type Regulation = Schemas['Regulation'];
export type RegulationSummary = Schemas['RegulationSummary'];
export type Resource = Schemas['Resource'];
export type Rights = Schemas['Rights'];
export type RightsNotice = Schemas['RightsNotice'];
export type Section = Schemas['Section'];
export type Toolkit = Schemas['Toolkit'];
export type ToolkitSummary = Schemas['ToolkitSummary'];

/**
 * Where an answer came from: the service just now (or its word that the copy still holds), a copy that is fresh, or a
 * copy that stands in because the service cannot be reached. None is from before a switch.
 */
export type Source = 'service' | 'copy' | 'stale-copy';

/** What every content path answers. */
export interface Answer<Data> {
  data: Data;
  /** The terms of republication. Show them with whatever you show of `data`. */
  rights: Envelope['rights'];
  /** Whom the content is for. Show `survivor_redirect` first. */
  audience: Envelope['audience'];
  links: Envelope['links'];
  /** `valid_from` and `valid_until` bound the time in which the answer holds. */
  meta: Envelope['meta'];
  source: Source;
}
