// Requests over TLS, and their answers.
import http2 from 'node:http2';
import https from 'node:https';
import {ca} from './certificate.js';

const kPatience = 60_000; // milliseconds, on a machine that does much else

export const newAgent = ({keepAlive = true} = {}) => new https.Agent({ca, keepAlive});

// {status, field(name), body, text, json, began, ended}: `began` before the request was sent, `ended` when all was there.
export function ask({port, agent}, target, {method = 'GET', headers = {}} = {}) {
  const began = Date.now();
  return new Promise((resolve, reject) => {
    const request = https.request({host: '127.0.0.1', port, agent, path: target, method, headers}, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(answer(response, Buffer.concat(chunks), began)));
      response.on('error', reject);
    });
    request.setTimeout(kPatience, () => request.destroy(new Error(`no answer to ${target}`)));
    request.on('error', reject);
    request.end();
  });
}

function answer({statusCode, headers}, body, began) {
  return {status: statusCode, field: (name) => headers[name.toLowerCase()], body, began, ended: Date.now(),
    get text() { return body.toString(); },
    get json() { return JSON.parse(body.toString()); }};
}

// {protocol, status, text} of a request in HTTP/2, negotiated in the handshake.
export function askInHttp2({port}, target) {
  return new Promise((resolve, reject) => {
    const session = http2.connect(`https://127.0.0.1:${port}`, {ca});
    session.on('error', reject);
    const request = session.request({':path': target});
    const chunks = [];
    let status;
    request.on('response', (headers) => (status = headers[':status']));
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('error', reject);
    request.on('end', () => {
      resolve({protocol: session.alpnProtocol, status, text: Buffer.concat(chunks).toString()});
      session.close();
    });
  });
}

// Asks again until the answer is one that the caller waits for; fails where that takes longer than a test may.
export async function askUntil(front, target, isIt, options) {
  const end = Date.now() + kPatience;
  for (;;) {
    const got = await ask(front, target, options);
    if (isIt(got)) return got;
    if (Date.now() > end) throw new Error(`still ${got.status} for ${target}: ${got.text.slice(0, 200)}`);
    await turn();
  }
}

// Asks until the answer comes out of the cache: a program may answer before it has put its copy away.
export function askUntilKept({front, origin}, target, options) {
  let seen = origin.asked(target);
  return askUntil(front, target, () => {
    const before = seen;
    seen = origin.asked(target);
    return seen > 0 && seen === before;
  }, options);
}

// Lets others have the processor.
export const turn = () => new Promise((resolve) => setTimeout(resolve, 15));

export async function untilClock(instant) {
  while (Date.now() < instant) await turn();
}
