import diagnostics from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { createRedisCommandExecutor, RedisServerState, Resp2Server } from 'js-redis-server/core';

/**
 * js-redis-server in its own process: `js-redis.js <port>`, with REDIS_PASSWORD. Assembled from its parts, since as a whole it listens on every interface
 * and takes no password. It has no persistence: Redis only holds what may be lost.
 */
async function main(): Promise<void> {
  // The server does not switch Nagle off: 44 ms per batch.
  diagnostics.subscribe('net.server.socket', (message) => (message as { socket: Socket }).socket.setNoDelay(true));
  const requirepass = process.env['REDIS_PASSWORD'];
  if (!requirepass) throw new Error('REDIS_PASSWORD is missing.');
  const { server } = new Resp2Server({ server: new RedisServerState({ databaseCount: 16, requirepass }), executor: createRedisCommandExecutor() });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(Number(process.argv[2]), '127.0.0.1', resolve));
  const leave = (): never => process.exit(0);
  process.stdin.on('end', leave).on('error', leave).resume();
  process.on('SIGTERM', leave);
}

await main();
