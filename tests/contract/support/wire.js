// One request on a connection of its own, byte for byte as given, and the answer byte for byte as it came.
import assert from 'node:assert/strict';
import net from 'node:net';

const kLongestWait = 10_000;

// `fields`: an object, or a list of pairs where a name comes twice. `line` replaces the request line.
export async function send(service, method, target, fields = {}, line = `${method} ${target} HTTP/1.1`) {
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  const own = [['Host', `${service.host}:${service.port}`], ['Connection', 'close']];
  const head = [line, ...[...own, ...pairs].map(([name, value]) => `${name}: ${value}`)];
  const bytes = await exchange(service, `${head.join('\r\n')}\r\n\r\n`);
  return checked(parse(bytes), method, `${method} ${target}`);
}

export const get = (service, target, fields) => send(service, 'GET', target, fields);
export const head = (service, target, fields) => send(service, 'HEAD', target, fields);

function exchange({host, port}, request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    const socket = net.connect({host, port}, () => socket.write(request));
    socket.setTimeout(kLongestWait, () => socket.destroy(new Error(`no answer to ${request.split('\r\n')[0]}`)));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks)));
    socket.on('error', (error) => (chunks.length ? resolve(Buffer.concat(chunks)) : reject(error)));
  });
}

function parse(bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  assert.ok(end > 0, `no complete head in ${JSON.stringify(bytes.toString())}`);
  const [statusLine, ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const [, status, reason] = /^HTTP\/1\.1 (\d{3}) (.*)$/.exec(statusLine) ?? assert.fail(`status line: ${statusLine}`);
  const fields = lines.map((text) => {
    const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+): (.*)$/.exec(text) ?? assert.fail(`field line: ${text}`);
    return [name, value];
  });
  return new Answer(Number(status), reason, fields, bytes.subarray(end + 4));
}

class Answer {
  constructor(status, reason, fields, body) {
    Object.assign(this, {status, reason, fields, body});
  }

  field(name) {
    return this.fields.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
  }

  get mediaType() {
    return this.field('Content-Type')?.split(';')[0];
  }

  get text() {
    return this.body.toString();
  }

  get json() {
    return JSON.parse(this.text);
  }
}

// What holds for every answer, whatever it is: looked at on every request of every test.
function checked(answer, method, what) {
  const names = answer.fields.map(([name]) => name.toLowerCase());
  assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), [], `${what}: fields that come twice`);
  for (const never of ['exception_what', 'set-cookie', 'server', 'x-powered-by', 'transfer-encoding']) {
    assert.ok(!names.includes(never), `${what}: ${never} is sent`);
  }
  assert.equal(answer.field('X-Content-Type-Options'), 'nosniff', what);
  assert.equal(answer.field('Referrer-Policy'), 'no-referrer', what);
  const unshared = answer.field('Cross-Origin-Resource-Policy') === 'same-origin';
  assert.equal(answer.field('Access-Control-Allow-Origin'), unshared ? undefined : '*', what);
  assert.match(answer.field('Date') ?? '', / GMT$/, `${what}: Date`);
  checkLength(answer, method, what);
  return answer;
}

function checkLength(answer, method, what) {
  const length = answer.field('Content-Length');
  if (answer.status === 204 || answer.status === 304) {
    assert.equal(length, undefined, `${what}: a ${answer.status} has no Content-Length`);
    assert.equal(answer.body.length, 0, `${what}: a ${answer.status} has no content`);
  } else if (method === 'HEAD') {
    assert.equal(answer.body.length, 0, `${what}: an answer to HEAD has no content`);
  } else {
    assert.equal(length, String(answer.body.length), `${what}: Content-Length`);
  }
}
