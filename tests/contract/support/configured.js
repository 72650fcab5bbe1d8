// A service with all that an operator may set, so that every path of the document has something.
import {withdrawnContent} from './editing.js';
import {start} from './service.js';

export const address = 'https://toolkits.example/api';
export const contact = 'mailto:security@toolkits.example';

export const startConfigured = (options = {}) => start({...options, args: [
  '--public-url', address, '--security-contact', contact, '--security-expires', '2099-01-01T00:00:00Z',
  '--security-policy', 'https://toolkits.example/policy', '--security-languages', 'en, es', '--cdn-max-age', '3600', ...(options.args ?? [])]});

// The same of the real content, from which a toolkit and a resource were withdrawn.
export const startWithdrawn = (options = {}) => startConfigured({...options, contentDir: withdrawnContent('2026-11-24T00:00:00Z')});

// The path of an address of that service's.
export const pathOf = (whole) => whole.slice(address.length);
