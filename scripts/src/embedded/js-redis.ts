import diagnostics from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

const loopback = /^(::ffff:)?127\.|^::1$/; // 127.0.0.0/8 in both notations, and ::1

/** js-redis-server in its own process: `js-redis.js <port>`. It has no persistence: Redis only holds what may be lost. */
async function main(): Promise<void> {
  // Before the import: the server neither switches Nagle off (44 ms per batch) nor binds to the loopback address alone.
  diagnostics.subscribe('net.server.socket', (message) => {
    const { socket } = message as { socket: Socket };
    socket.setNoDelay(true);
    if (!loopback.test(socket.remoteAddress ?? '')) socket.destroy();
  });
  const { createRedisServer } = await import('js-redis-server');
  await createRedisServer({ port: Number(process.argv[2]) });
  const leave = (): never => process.exit(0);
  process.stdin.on('end', leave).on('error', leave).resume();
  process.on('SIGTERM', leave);
}

await main();
