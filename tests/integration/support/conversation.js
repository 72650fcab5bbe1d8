// One connection: what is sent on it step by step, byte for byte, and what came back until the server closed it.
import net from 'node:net';
import {readAnswers} from './answers.js';

const kLongestWait = 8_000;

// Steps besides bytes.
export const halfClose = Symbol('half-close');
export const untilAnswered = (count) => (seen) => seen.answers.length >= count;
export const untilTold = (count) => (seen) => seen.answers.length + seen.interims.length >= count;

// `steps`: bytes (a Buffer, or text of which each character is one byte); `halfClose`; or a function that tells from what
// was seen whether to go on. Bytes leave as one segment a step, as far as that is in a client's hands.
// Resolves with {answers, interims, fault, closed}: `closed` when the server closed the connection, and false when it was
// still open after the longest wait.
export function converse({host, port}, steps, methods = []) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    const socket = net.connect({host, port, allowHalfOpen: true, noDelay: true});
    const seen = (ended) => readAnswers(Buffer.concat(chunks), methods, ended);
    const finish = (closed) => {
      socket.destroy();
      resolve({...seen(closed), closed});
    };
    const waiting = {};
    socket.setTimeout(kLongestWait, () => finish(false));
    socket.on('connect', () => send(socket, [steps].flat(), waiting, seen));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      waiting.look?.();
    });
    socket.on('end', () => finish(true));
    socket.on('error', (error) => (socket.connecting ? reject(error) : finish(true)));
  });
}

async function send(socket, steps, waiting, seen) {
  for (const step of steps) {
    if (socket.destroyed) return;
    if (typeof step === 'function') {
      await new Promise((resolve) => {
        waiting.look = () => step(seen(false)) && resolve();
        waiting.look();
      });
    } else if (step === halfClose) {
      socket.end();
    } else {
      await new Promise((resolve) => socket.write(toBytes(step), resolve));
    }
  }
}

export const toBytes = (step) => (Buffer.isBuffer(step) ? step : Buffer.from(step, 'latin1'));
