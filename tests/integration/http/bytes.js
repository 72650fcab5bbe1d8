// What the cases send, byte for byte: each character of a text is one byte.

// The places that every server under test has.
export const kDocument = '/v1/rights';
export const kHidden = '/v1/problems/not-found';
export const kLast = '/v1/regulation-status';
export const kLarge = '/openapi.json';
export const kRedirect = '/';
export const kMissing = '/v1/nothing';

export const message = (...lines) => `${lines.join('\r\n')}\r\n\r\n`;

// A whole request for the document, with more field lines.
export const request = (line, ...fields) => message(line, 'Host: a', ...fields);
export const get = (...fields) => request(`GET ${kDocument} HTTP/1.1`, ...fields);
export const head = (...fields) => request(`HEAD ${kDocument} HTTP/1.1`, ...fields);
export const post = (...fields) => request(`POST ${kDocument} HTTP/1.1`, ...fields);
export const get10 = (...fields) => request(`GET ${kDocument} HTTP/1.0`, ...fields);

// The request that ends a conversation: its answer tells that all before it was read as it should be.
export const last = request(`GET ${kLast} HTTP/1.1`, 'Connection: close');

// The request that stands where no reader of the RFC sees a request.
export const hidden = request(`GET ${kHidden} HTTP/1.1`);

export const length = (body) => `Content-Length: ${body.length}`;
export const kChunked = 'Transfer-Encoding: chunked';
export const chunk = (data) => `${data.length.toString(16)}\r\n${data}\r\n`;
export const chunks = (...parts) => `${parts.map(chunk).join('')}0\r\n\r\n`;

// How a byte is written in the name of a case.
export const shown = (text) => JSON.stringify(text).slice(1, -1)
  .replace(/[\x7f-\xff]/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`);
