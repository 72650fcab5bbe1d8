// A door before a server, which hands bytes on as they come and counts the connections that went through it.
import net from 'node:net';

// {host, port, connections(), stop}
export function startRelay({host, port}) {
  const sockets = new Set();
  let connections = 0;
  const keep = (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = net.createServer({allowHalfOpen: true, noDelay: true}, (client) => {
    ++connections;
    const behind = net.connect({host, port, allowHalfOpen: true, noDelay: true});
    [client, behind].forEach(keep);
    join(client, behind);
    join(behind, client);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', 1024, () => resolve({
    host: '127.0.0.1',
    port: server.address().port,
    connections: () => connections,
    stop: () => new Promise((stopped) => {
      server.close(stopped);
      sockets.forEach((socket) => socket.destroy());
    }),
  })));
}

function join(from, to) {
  from.pipe(to);
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
}
