// Requests that the service answers, one for each thing that a request can have: what mutation begins with.
const flag = '/v1/regulations/t-visa-final-rule-2024/status';
const host = 'Host: localhost:8080';

const head = (line, ...fields) => `${[line, ...fields].join('\r\n')}\r\n\r\n`;
const get = (target, ...fields) => head(`GET ${target} HTTP/1.1`, host, ...fields);

export const requests = [
  get(flag),
  get(flag, 'Accept-Encoding: gzip;q=0.8, br;q=1.0, identity;q=0, *;q=0.001'),
  get(flag, 'If-None-Match: W/"0123456789abcdef", "fedcba9876543210"', 'If-Modified-Since: Wed, 28 Aug 2024 04:00:00 GMT'),
  get(flag, 'If-Match: *', 'If-Unmodified-Since: Sunday, 06-Nov-94 08:49:37 GMT'),
  get(`${flag}?as_of=2024-08-28T04:00:00.5-04:00`),
  get('/v1/resources?kind=video&audience=attorney&as_of=2024-08-28', 'Accept-Encoding: br'),
  get('/v1/toolkits/lereporting/', 'Connection: keep-alive'),
  get('/v1/toolkits/%6Cereporting/sections/no%2Dsuch'),
  get('http://localhost:8080/health/ready', 'Range: bytes=0-1,2-3', 'Accept: */*', 'User-Agent: Mozilla/5.0 (X11; rv:128.0)'),
  get('/health/live', 'Content-Length: 3').concat('abc'),
  get('/health/live', 'Transfer-Encoding: chunked').concat('5;name="value"\r\nhello\r\n0A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n'),
  get('/health/live', 'Expect: 100-continue', 'Cookie: a=b; c=d', 'Referer: https://example.org/', 'X-Forwarded-For: 192.0.2.1'),
  head(`HEAD ${flag} HTTP/1.1`, host, 'Accept-Encoding: gzip'),
  head('HEAD /health/ready HTTP/1.0', 'Connection: keep-alive'),
  head('OPTIONS * HTTP/1.1', host, 'Origin: https://example.org', 'Access-Control-Request-Method: GET'),
  head(`OPTIONS ${flag} HTTP/1.1`, 'Host: [::1]:8080', 'Access-Control-Request-Headers: If-None-Match'),
  head('POST /v1 HTTP/1.1', host, 'Content-Type: application/json', 'Content-Length: 2').concat('{}'),
];
