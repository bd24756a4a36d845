import { Redis } from 'ioredis';
import type { Logger } from '../logging/index.js';

export type { Redis };

/** A connection that never queues and never gives up: a command fails at once while Redis is away, and works again when it is back. */
export function createRedis(url: string, logger: Logger): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2000,
    commandTimeout: 1000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
  });
  let reachable: boolean | undefined;
  const note = (now: boolean): void => {
    if (reachable === now) return;
    reachable = now;
    if (now) logger.info('Redis is reachable');
    else logger.warn('Redis is not reachable; going on without it');
  };
  redis.on('ready', () => note(true));
  redis.on('close', () => note(false));
  // Without a listener a lost connection would end the process.
  redis.on('error', () => note(false));
  return redis;
}

export function isReady(redis: Redis | undefined): redis is Redis {
  return redis?.status === 'ready';
}

/** Resolves when the first attempt to connect has ended, either way: a process that starts afterwards does not act as if Redis were away. */
export function firstAttempt(redis: Redis): Promise<void> {
  return new Promise((resolve) => {
    if (redis.status === 'ready') return resolve();
    redis.once('ready', () => resolve()).once('close', () => resolve());
  });
}
