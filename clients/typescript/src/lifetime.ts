/** How long an answer may be used, in milliseconds from the moment at which it was asked for. */
export interface Lifetime {
  /** Without asking (RFC 9111, section 5.2.2.1). */
  freshFor: number;
  /** When the service cannot be reached (RFC 5861, section 4). */
  staleFor: number;
  /** At all: up to the end of its content's validity by the service's clock. NaN where that cannot be known. */
  validFor: number;
}

// `Date` tells whole seconds: the service's clock may have been up to this much further.
const kDateIsCutBy = 1000;

/** `validUntil`: the instant at which the content changes, in milliseconds since 1970, or Infinity. */
export function lifetimeOf(headers: Headers, validUntil: number): Lifetime {
  const age = wholeSeconds(headers.get('Age')) * 1000;
  const maxAge = directive(headers, 'max-age');
  return {
    freshFor: maxAge - age,
    staleFor: maxAge + directive(headers, 'stale-if-error') - age,
    validFor: validUntil === Infinity ? Infinity : validUntil - Date.parse(headers.get('Date') ?? '') - age - kDateIsCutBy,
  };
}

export const isFresh = (lifetime: Lifetime, elapsed: number): boolean =>
  elapsed < lifetime.freshFor && elapsed <= lifetime.validFor;

export const helpsInNeed = (lifetime: Lifetime, elapsed: number): boolean =>
  elapsed < lifetime.staleFor && elapsed <= lifetime.validFor;

/** Whether the content's validity has ended for certain, by the sender's clock: when it was sent, or on its way here. */
export const hasEnded = (lifetime: Lifetime, elapsed: number): boolean => lifetime.validFor + kDateIsCutBy <= elapsed;

export const mayBeKept = (headers: Headers): boolean => !/(^|[\s,])no-store\b/i.test(headers.get('Cache-Control') ?? '');

function directive(headers: Headers, name: string): number {
  const found = new RegExp(`(?:^|[\\s,])${name}=(\\d+)`, 'i').exec(headers.get('Cache-Control') ?? '');
  return wholeSeconds(found?.[1]) * 1000;
}

const wholeSeconds = (text: string | null | undefined): number => (text && /^\d+$/.test(text) ? Number(text) : 0);
