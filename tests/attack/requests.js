// What attackers send. Pieces are repeated rather than made anew, so that the attacked has the work and not the attacker.
import zlib from 'node:zlib';

const kPiece = 16_384;

export const request = (target, fields = '', method = 'GET') => `${method} ${target} HTTP/1.1\r\nHost: localhost\r\n${fields}\r\n`;

export const unendedHead = (target, length = 4000) => request(target, `X-Slow: ${'x'.repeat(length)}`).slice(0, -4);

export const manyFields = (target, count) =>
  request(target, Array.from({length: count}, (_, i) => `X-Field-${i}: ${i}\r\n`).join(''));

export function* largeTarget(bytes) {
  yield 'GET /';
  yield* repeated('x'.repeat(kPiece), bytes / kPiece);
  yield ' HTTP/1.1\r\nHost: localhost\r\n\r\n';
}

export function* largeField(target, bytes) {
  yield request(target, 'X-Large: ').slice(0, -2);
  yield* repeated('x'.repeat(kPiece), bytes / kPiece);
  yield '\r\n\r\n';
}

// `bytes`: where the attacker gives up.
export function* endlessFields(target, bytes) {
  const fields = 'X-Field: value\r\n'.repeat(kPiece / 16);
  yield request(target).slice(0, -2);
  yield* repeated(fields, bytes / kPiece);
}

export const ranges = (target, count) => request(target, `Range: bytes=${Array(count).fill('0-').join(',')}\r\n`);

export function* chunked(target, bytes) {
  const chunk = `${kPiece.toString(16)}\r\n${'x'.repeat(kPiece)}\r\n`;
  yield request(target, 'Transfer-Encoding: chunked\r\n');
  yield* repeated(chunk, bytes / kPiece);
  yield '0\r\n\r\n';
}

export function* tinyChunks(target, count) {
  yield request(target, 'Transfer-Encoding: chunked\r\n');
  yield* repeated('1\r\nx\r\n'.repeat(kPiece / 4), count / (kPiece / 4));
  yield '0\r\n\r\n';
}

// Content that is small, and large once it is decompressed.
export function gzipBomb(target, bytes) {
  const bomb = zlib.gzipSync(Buffer.alloc(bytes), {level: 9});
  const head = request(target, `Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n`);
  return Buffer.concat([Buffer.from(head), bomb]);
}

function* repeated(piece, times) {
  for (let i = 0; i < times; ++i) yield piece;
}
