// The attacks, by name. `begin` starts one and returns what can be asked to leave; it ends when the server has let go of
// all of its connections, or after ten seconds. One that `repeats` is begun anew for some seconds, as soon as it is over.
import {Crowd, drip, pour} from './crowd.js';
import {startSlowReaders} from './healthy.js';
import * as requests from './requests.js';
import {flag, toolkit} from './servers.js';

const kMegabyte = 1024 * 1024;
const one = requests.request(flag);
const whole = requests.request(toolkit);

const crowd = (server, count, talk, options) => new Crowd(server).open(count, talk, options);
const asking = (text) => (socket) => socket.write(text);
const pouring = (pieces) => (socket) => pour(socket, pieces());

export const attacks = [
  {name: 'nobody attacks', repeats: true, begin: (server) => crowd(server, 1, asking(one), {leaves: 1})},
  {name: '100 slow heads, a byte each 100 ms',
    begin: (server) => crowd(server, 100, (socket) => drip(socket, requests.unendedHead(flag), 100))},
  {name: '100 slow readers of 500 toolkits each', begin: (server) => startSlowReaders(server, toolkit, 100, 500)},
  {name: '5,000 idle connections', begin: (server) => crowd(server, 5000, asking(one))},
  {name: 'flood of 2,000 connections', begin: (server) => crowd(server, 2000, asking(one), {leaves: 1})},
  {name: 'flood of 10,000 connections', begin: (server) => crowd(server, 10_000, asking(one), {leaves: 1})},
  {name: '8 pipelines of 5,000 requests', repeats: true,
    begin: (server) => crowd(server, 8, asking(one.repeat(5000)), {leaves: 5000})},
  {name: '200 clients, 64 descriptors', descriptors: 64, begin: (server) => crowd(server, 200, asking(one))},
  {name: '100 heads of 10,000 fields', repeats: true,
    begin: (server) => crowd(server, 100, asking(requests.manyFields(flag, 10_000)))},
  {name: '8 fields of 32 MB', repeats: true,
    begin: (server) => crowd(server, 8, pouring(() => requests.largeField(flag, 32 * kMegabyte)))},
  {name: '20 heads that never end', repeats: true,
    begin: (server) => crowd(server, 20, pouring(() => requests.endlessFields(flag, 64 * kMegabyte)))},
  {name: '1,000 requests for 1,000 ranges each', repeats: true,
    begin: (server) => crowd(server, 100, asking(requests.ranges(toolkit, 1000).repeat(10)), {leaves: 10})},
  {name: '8 chunked contents of 64 MB', repeats: true,
    begin: (server) => crowd(server, 8, pouring(() => requests.chunked(flag, 64 * kMegabyte)), {leaves: 1})},
  {name: '1,000 gzip bombs of 60 MB', repeats: true,
    begin: (server) => crowd(server, 100, pouring(() => Array(10).fill(bomb())), {leaves: 10})},
  {name: '100 times 500 toolkits, never read',
    begin: (server) => crowd(server, 100, asking(whole.repeat(500)), {reads: false})},
];

let made;
const bomb = () => (made ??= requests.gzipBomb(flag, 60 * kMegabyte));
