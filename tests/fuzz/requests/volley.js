// Sends bytes on a connection of their own, half-closes it, and reads to its end.
import net from 'node:net';

const kLongestWait = 30_000;

// Resolves with how often each status was answered, {200: 3, 400: 1}; rejects where the connection does not end in time,
// cannot be had, or gives bytes that begin with no answer.
export function volley({host, port}, bytes) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    const socket = net.connect({host, port, allowHalfOpen: true}, () => socket.end(bytes));
    socket.setTimeout(kLongestWait, () => socket.destroy(new Error('the connection did not end')));
    socket.on('data', (chunk) => chunks.push(chunk));
    // A service that has refused a request throws away what follows, and may be gone before all of it has come.
    socket.on('error', (error) => (['EPIPE', 'ECONNRESET'].includes(error.code) ? undefined : reject(error)));
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1');
      if (text && !text.startsWith('HTTP/1.1 ')) return reject(new Error(`no answer: ${JSON.stringify(text.slice(0, 80))}`));
      resolve(statuses(text));
    });
  });
}

function statuses(text) {
  const counts = {};
  for (const [, status] of text.matchAll(/HTTP\/1\.1 (\d{3}) /g)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
