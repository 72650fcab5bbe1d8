// Many connections at once, to one server; counts what is answered on them, and how they end.
import net from 'node:net';
import {pause} from './process.js';

const kStatusLine = 'HTTP/1.1 200 '.length; // of which the network may cut one in two

export class Crowd {
  constructor({host, port}) {
    this.address = {host, port};
    this.sockets = [];
    this.connected = 0;
    this.ended = 0;
    this.statuses = new Map(); // status -> answers
    this.silent = 0; // ended without any answer
  }

  // Opens connections and has `talk(socket)` speak on each that is made. `reads`: takes what is answered. `leaves`: after
  // how many answers. `more`: options of net.connect.
  open(count, talk, {reads = true, leaves = Infinity, ...more} = {}) {
    for (let i = 0; i < count; ++i) this.sockets.push(this.#connect(talk, reads, leaves, more));
    this.again = () => this.open(count, talk, {reads, leaves, ...more});
    return this;
  }

  #connect(talk, reads, leaves, more) {
    const socket = net.connect({...this.address, noDelay: true, ...more}).unref();
    let answers = 0;
    let cut = '';
    const read = (bytes) => {
      const text = cut + bytes.toString('latin1');
      answers += this.#count(text);
      cut = text.slice(1 - kStatusLine);
      if (answers >= leaves) socket.end();
    };
    if (reads) socket.on('data', read);
    else socket.pause();
    socket.once('connect', () => {
      this.connected += 1;
      talk(socket);
    });
    socket.on('error', () => {}); // its end says so, too
    socket.once('close', () => {
      this.ended += 1;
      if (answers === 0) this.silent += 1;
    });
    return socket;
  }

  #count(text) {
    let found = 0;
    for (const [, status] of text.matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      found += 1;
    }
    return found;
  }

  get allEnded() {
    return this.ended === this.sockets.length;
  }

  // Whether each has been connected, or refused.
  get allTried() {
    return this.sockets.every((socket) => !socket.connecting);
  }

  leave() {
    this.sockets.forEach((socket) => socket.destroy());
  }

  // "5000 x 200, 3 unanswered"
  toString() {
    const parts = [...this.statuses].sort().map(([status, count]) => `${count} x ${status}`);
    return [...parts, this.silent > 0 ? `${this.silent} ended unanswered` : ''].filter(Boolean).join(', ') || 'nothing';
  }
}

// Sends pieces as fast as they are taken, until they end or the connection does.
export async function pour(socket, pieces) {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    if (!socket.write(piece)) await taken(socket);
  }
}

// Sends a byte now and then.
export async function drip(socket, text, milliseconds) {
  for (const byte of text) {
    if (socket.destroyed) return;
    socket.write(byte);
    await pause(milliseconds);
  }
}

function taken(socket) {
  return new Promise((resolve) => {
    const go = () => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    socket.on('drain', go).on('close', go);
  });
}
