// The switch that the service exists for, and instants beside it.
export const rule = '/v1/regulations/t-visa-final-rule-2024';
export const flag = `${rule}/status`;

export const before = '2024-08-28T03:59:59Z';
export const at = '2024-08-28T04:00:00Z';
export const after = '2024-08-28T04:00:01Z';

// As the service writes instants.
export function secondsBefore(instant, seconds) {
  return new Date(Date.parse(instant) - seconds * 1000).toISOString().replace('.000Z', 'Z');
}

// What Cache-Control allows: {maxAge, total}, `total` with the longer of the times in which a stale copy may be used.
export function lifetime(answer) {
  const of = (name) => Number(new RegExp(`(?:^|, )${name}=(\\d+)`).exec(answer.field('Cache-Control'))?.[1] ?? 0);
  const maxAge = of('max-age');
  return {maxAge, total: maxAge + Math.max(of('stale-while-revalidate'), of('stale-if-error'))};
}

// From the service's own clock, as the answer's Date tells it.
export const secondsUntil = (instant, answer) => (Date.parse(instant) - Date.parse(answer.field('Date'))) / 1000;
