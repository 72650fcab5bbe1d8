// Fastify, a server for Node.js, with as many processes as the others have threads.
//
//   node fastify.js PORT PROCESSES PATH=ANSWER...
import cluster from 'node:cluster';
import {readFileSync} from 'node:fs';
import Fastify from 'fastify';

const [port, processes, ...answers] = process.argv.slice(2);
const writtenByServers = ['connection', 'content-length', 'date'];

function read(file) {
  const bytes = readFileSync(file);
  const end = bytes.indexOf('\r\n\r\n');
  const fields = bytes.subarray(0, end).toString('latin1').split('\r\n').slice(1).map((line) => line.split(/: (.*)/s).slice(0, 2));
  return {headers: Object.fromEntries(fields.filter(([name]) => !writtenByServers.includes(name.toLowerCase()))), content: bytes.subarray(end + 4)};
}

function serve() {
  const server = Fastify({keepAliveTimeout: 75_000});
  for (const answer of answers) {
    const [path, file] = answer.split('=');
    const {headers, content} = read(file);
    server.get(path, (request, reply) => reply.headers(headers).send(content));
  }
  server.listen({host: '127.0.0.1', port: Number(port)});
}

if (cluster.isPrimary) {
  for (let i = 0; i < Number(processes); ++i) cluster.fork();
} else {
  serve();
}
process.on('SIGTERM', () => process.exit());
