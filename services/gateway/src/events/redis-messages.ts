import type { Logger } from '@crm-vision/common/logging';
import { createRedis } from '@crm-vision/common/redis';
import type { z } from 'zod';

/** One connection of this process that listens to what other processes tell through Redis. What was said while it was away is lost. */
export interface RedisMessages {
  /** Whoever reaches Redis can say anything there: only what has the shape of the schema is heard, the rest is logged and dropped. */
  on<T>(channel: string, schema: z.ZodType<T>, listener: (message: T) => void): void;
  /** Told now and at each change: do messages arrive? */
  onLive(listener: (live: boolean) => void): void;
  firstAttempt(): Promise<void>;
  close(): void;
}

/** Without Redis nothing ever arrives. */
export const noMessages: RedisMessages = {
  on: () => undefined,
  onLive: (listener) => listener(false),
  firstAttempt: () => Promise.resolve(),
  close: () => undefined,
};

export function redisMessages(url: string, logger: Logger): RedisMessages {
  const redis = createRedis(url, logger);
  const listeners = new Map<string, (text: string) => void>();
  const liveListeners: ((live: boolean) => void)[] = [];
  let live = false;
  const setLive = (now: boolean): void => {
    if (live === now) return;
    live = now;
    for (const listener of liveListeners) listener(now);
  };
  const subscribe = async (): Promise<void> => {
    await redis.subscribe(...listeners.keys());
    setLive(true);
  };
  redis.on('ready', () => void subscribe().catch(() => redis.disconnect(true)));
  redis.on('close', () => setLive(false));
  redis.on('message', (channel: string, text: string) => listeners.get(channel)?.(text));
  const first = new Promise<void>((resolve) => {
    liveListeners.push(() => resolve());
    redis.once('close', () => resolve());
  });
  return {
    on: (channel, schema, listener) => void listeners.set(channel, (text) => {
      const { data, error } = schema.safeParse(parse(text));
      if (error) logger.warn({ channel, err: error }, 'A message has the wrong shape');
      else listener(data);
    }),
    onLive: (listener) => {
      liveListeners.push(listener);
      listener(live);
    },
    firstAttempt: () => first,
    close: () => redis.disconnect(),
  };
}

/** Undefined when it is no JSON, which no schema takes. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
