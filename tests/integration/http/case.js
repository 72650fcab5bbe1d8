// A case: what one MUST or SHOULD of RFC 9110 (semantics), 9111 (caching) or 9112 (HTTP/1.1) means in bytes.
//
// `section`: RFC and section, '9112 3.2'. `send`: the steps of a conversation, or a function of the site that makes them.
// `expect`: a function of what was seen and of the site. `methods`: of the requests, where they are not all GET.
const kinds = (level) => (section, name, send, expect, {methods = []} = {}) =>
  ({level, section, name, send, expect, methods});

export const must = kinds('must');
export const should = kinds('should');

// Several cases that differ in one value: `[value, ...]`, or `[[value, what it is called], ...]`.
export const table = (values, make) => values.flatMap((each) => [Array.isArray(each) ? make(...each) : make(each)].flat());
