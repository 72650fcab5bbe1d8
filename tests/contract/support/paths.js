// Every address that the service itself leads to, found by following its links from the index.
import {get} from './wire.js';

const kProblems = '/v1/problems';

// `query` is put on each address: the same site, at another instant.
export async function crawl(service, query = '') {
  const found = new Set(['/v1', '/v1/regulation-status', '/openapi.yaml', '/openapi.json']);
  for (const target of found) {
    const answer = await get(service, target + query);
    if (answer.mediaType !== 'application/json' || !target.startsWith('/v1')) continue;
    own(answer.json).forEach((each) => found.add(each));
    if (target === kProblems) answer.json.data.forEach(({id}) => found.add(`${kProblems}/${id}`));
  }
  return [...found].map((target) => target + query);
}

// The lists that filters make, and one that nothing fits.
export const filtered = [
  '/v1/resources?kind=video',
  '/v1/resources?audience=attorney&kind=practice_advisory',
  '/v1/resources?currency=predates_rule&toolkit=lereporting',
  '/v1/resources?currency=current',
];

// All texts in a value that are addresses of this service.
function own(value) {
  if (typeof value === 'string') return /^\/[a-z0-9/._-]*$/.test(value) ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(own) : [];
}
