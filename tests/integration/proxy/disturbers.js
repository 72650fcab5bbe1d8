// Clients that send what a proxy and a server might read in two ways. What they ask in hiding is a path that nobody else
// asks, so that whoever gets its answer has got another's.
import {hidden, kChunked, kHidden, length, message} from '../http/bytes.js';
import smugglingChunks from '../http/cases/smuggling_chunks.js';
import smugglingCoding from '../http/cases/smuggling_coding.js';
import smugglingLength from '../http/cases/smuggling_length.js';
import smugglingRequests from '../http/cases/smuggling_requests.js';
import fields from '../http/cases/fields.js';
import {converse, halfClose} from '../support/conversation.js';

export {kHidden};

const kOfTheSuite = [smugglingChunks, smugglingCoding, smugglingLength, smugglingRequests, fields].flat();

const kOthers = [
  message('POST /v1 HTTP/1.1', 'Host: a', length(hidden)) + hidden,
  message('POST /v1 HTTP/1.1', 'Host: a', kChunked) + `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n\r\n`,
  message('GET /v1 HTTP/1.1', 'Host: a', 'Expect: 100-continue', length(hidden)) + hidden,
  message('GET /v1 HTTP/1.1', 'Host: a', 'Content-Length: 1000') + hidden,
  message('GET /v1 HTTP/1.1', 'Host: a', kChunked) + hidden,
  message('POST /v1 HTTP/1.1', 'Host: a', 'Content-Length: 100000') + hidden.repeat(Math.ceil(100_000 / hidden.length)).slice(0,
    100_000),
  message('HEAD /v1 HTTP/1.1', 'Host: a', length(hidden)) + hidden,
  message('OPTIONS * HTTP/1.1', 'Host: a', length(hidden)) + hidden,
  message('GET /v1 HTTP/1.1', 'Host: a', 'Connection: close, Content-Length', length(hidden)) + hidden,
  message('GET /v1 HTTP/1.1', 'Host: a', 'Connection: Transfer-Encoding', kChunked, 'X: y') + `5\r\nhello\r\n0\r\n\r\n`,
];

// Each is what one client sends before it lets go.
export const disturbances = [...kOfTheSuite.map(({send}) => [send].flat()), ...kOthers.map((each) => [each])]
  .map((steps) => steps.filter((step) => typeof step === 'string').join(''));

export const disturb = (server, bytes) => converse(server, [bytes, halfClose]);
