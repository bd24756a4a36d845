import net from 'node:net';
import tls from 'node:tls';
import { parentPort, workerData } from 'node:worker_threads';
import type { Crowd } from './slow-callers.js';

/** So slow is a slow caller also in coming back: who comes back at once is a flood, which an edge's own limits are for. */
const COMES_BACK_AFTER_MS = 1000;

/** Until all are there for the first time; so many handshakes at once would be a flood as well. */
const ARRIVING_MS = 4000;

const { address, count, slowness } = workerData as Crowd;
const sockets = new Set<net.Socket>();
let opened = 0;

function open(): void {
  const { origin, connect, authority, localAddress } = address;
  const { hostname, port } = new URL(origin);
  const way = { host: connect?.host ?? hostname, port: connect?.port ?? Number(port), localAddress };
  const socket = connect?.secure ? tls.connect({ ...way, servername: hostname, ca: authority }) : net.connect(way);
  sockets.add(socket);
  socket.once(connect?.secure ? 'secureConnect' : 'connect', () => {
    opened += 1;
    socket.write(slowness.says);
    if (slowness.reads) socket.resume();
    else socket.pause();
  });
  // A refused one says so by closing.
  socket.on('error', () => undefined).once('close', () => {
    sockets.delete(socket);
    setTimeout(open, COMES_BACK_AFTER_MS);
  });
}

for (let index = 0; index < count; index += 1) setTimeout(open, (index / count) * ARRIVING_MS);

parentPort!.on('message', () => parentPort!.postMessage({ opened, connected: [...sockets].filter((socket) => socket.readyState === 'open').length }));
