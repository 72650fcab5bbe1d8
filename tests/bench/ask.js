// One request on a connection that stays open, and the answer byte for byte.
import net from 'node:net';

const kLongestWait = 20_000;

// Resolves with {status, fields, content, bytes, socket}; whoever asks ends the socket.
export function ask(port, path, fields = {}) {
  const lines = Object.entries({Host: `127.0.0.1:${port}`, ...fields}).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const socket = net.connect({host: '127.0.0.1', port}, () => socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`));
    socket.setNoDelay(true);
    socket.setTimeout(kLongestWait, () => socket.destroy(new Error(`no answer from port ${port}`)));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`port ${port} closed the connection without an answer`)));
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const answer = parse(bytes);
      if (!answer) return;
      socket.setTimeout(0);
      socket.removeAllListeners('data').resume();
      resolve({...answer, bytes, socket});
    });
  });
}

// The same, for those who want no more than the answer.
export async function fetched(port, path, fields) {
  const answer = await ask(port, path, fields);
  answer.socket.destroy();
  return answer;
}

// Undefined while something of the answer is still to come.
function parse(bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.subarray(0, end).toString('latin1');
  const [line, ...lines] = head.split('\r\n');
  const fields = Object.fromEntries(lines.map((each) => each.split(/: (.*)/s).slice(0, 2)));
  const content = bytes.subarray(end + 4);
  if (content.length < Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)) return undefined;
  return {status: Number(line.split(' ')[1]), fields, content};
}
