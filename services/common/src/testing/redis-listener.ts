import { Redis } from 'ioredis';
import { testServers } from './config.js';

/** What was published on a channel of the test's Redis since it began to listen. */
export interface RedisListener {
  messages: unknown[];
  stop(): void;
}

export async function listenOn(channel: string): Promise<RedisListener> {
  const redis = new Redis(testServers().TEST_REDIS_URL);
  const messages: unknown[] = [];
  redis.on('message', (_channel, message: string) => messages.push(JSON.parse(message)));
  await redis.subscribe(channel);
  return { messages, stop: () => redis.disconnect() };
}
