// Requests made wrong, the same for the same seed. Text here is bytes: one character each (latin1).

// mulberry32: small, and good enough to choose with. Gives integers from 0 up to, and without, `below`.
export function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  '\r\n', '\n', '\r', '\0', '\t', ' ', ':', ',', ';', '"', '%', '%00', '%u0041', '/', '?', '&', '=', '*', '-', '\x7f', '\x80', '\xff',
  'chunked', 'Content-Length: 5\r\n', 'Content-Length: 18446744073709551616\r\n', 'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: gzip, chunked\r\n', 'Host: a\r\n', 'Connection: close\r\n', 'Expect: 100-continue\r\n', ' HTTP/1.1\r\n',
  'HTTP/2.0', 'HTTP/1.0', 'ffffffff\r\n', '0\r\n\r\n', 'as_of=', 'q=0.0001', '\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
];

const lines = (text) => text.split('\r\n');

const mutations = [
  function flip(text, any) {
    const at = any(text.length);
    return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << any(8))) + text.slice(at + 1);
  },
  function overwrite(text, any) {
    const at = any(text.length);
    return text.slice(0, at) + String.fromCharCode(any(256)) + text.slice(at + 1);
  },
  function insert(text, any) {
    const at = any(text.length + 1);
    return text.slice(0, at) + pieces[any(pieces.length)] + text.slice(at);
  },
  function remove(text, any) {
    const at = any(text.length);
    return text.slice(0, at) + text.slice(at + 1 + any(any(8) === 0 ? 40 : 4));
  },
  function splice(text, any, others) {
    const other = others[any(others.length)];
    return text.slice(0, any(text.length)) + other.slice(any(other.length));
  },
  function repeatLine(text, any) {
    const all = lines(text);
    const at = any(all.length);
    return [...all.slice(0, at), ...Array(1 + any(any(8) === 0 ? 120 : 3)).fill(all[at]), ...all.slice(at)].join('\r\n');
  },
  function swapLines(text, any) {
    const all = lines(text);
    const [a, b] = [any(all.length), any(all.length)];
    [all[a], all[b]] = [all[b], all[a]];
    return all.join('\r\n');
  },
  function number(text, any) {
    const numbers = ['0', '1', '-1', '00', '65536', '65537', '2147483648', '9999', '99999999999999999999', '1e3', '0x1'];
    let skip = any(6);
    return text.replace(/\d+/g, (digits) => (skip-- === 0 ? numbers[any(numbers.length)] : digits));
  },
  function longRun(text, any) {
    const at = any(text.length);
    const most = any(16) === 0 ? 20_000 : 300;
    return text.slice(0, at) + text.charAt(at).repeat(any(most)) + text.slice(at);
  },
];

// One of the requests with one to four mutations.
export function mutated(requests, any) {
  let text = requests[any(requests.length)];
  for (let i = any(4); i >= 0; --i) text = mutations[any(mutations.length)](text, any, requests) || ' ';
  return text;
}

// The bytes that one connection sends: mutated requests, one behind the other.
export function burst(requests, seed, number, size) {
  const any = chance(Math.imul(seed, 0x9e3779b1) ^ number);
  return Buffer.from(Array.from({length: size}, () => mutated(requests, any)).join(''), 'latin1');
}
