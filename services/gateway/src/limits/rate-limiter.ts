import { isReady, type Redis } from '@crm-vision/common/redis';
import type { GatewayConfig } from '../config.js';
import { rateLimited } from '../metrics.js';

/** How often one caller may do something within a minute. */
export interface Policy {
  name: 'user' | 'public' | 'signIn';
  limit: number;
}

export interface Spent {
  exceeded: boolean;
  remaining: number;
  resetSeconds: number;
}

const WINDOW_SECONDS = 60;
const WINDOW_MS = WINDOW_SECONDS * 1000;
const KEY_MS = 2 * WINDOW_MS;
/** After a failure Redis is left alone this long, so that a hanging one does not slow every request down. */
const PAUSE_MS = 2000;

/** Counts in Redis, so that all processes share one budget; without Redis each process counts for itself. */
export class RateLimiter {
  private local = new Map<string, number>();
  private localWindow = 0;
  private pausedUntil = 0;

  constructor(private readonly redis: Redis | undefined) {}

  async spend({ name, limit }: Policy, caller: string): Promise<Spent> {
    const now = Date.now();
    const window = Math.floor(now / WINDOW_MS);
    const used = await this.count(`${name}:${caller}`, window, now);
    const exceeded = used > limit;
    if (exceeded) rateLimited.inc({ policy: name });
    return { exceeded, remaining: Math.max(0, limit - used), resetSeconds: Math.ceil(((window + 1) * WINDOW_MS - now) / 1000) };
  }

  private async count(key: string, window: number, now: number): Promise<number> {
    const { redis } = this;
    if (!isReady(redis) || now < this.pausedUntil) return this.countHere(key, window);
    const name = `crm-vision:rate:${key}:${window}`;
    try {
      const used = await redis.incr(name);
      if (used === 1) await redis.pexpire(name, KEY_MS);
      return used;
    } catch {
      this.pausedUntil = now + PAUSE_MS;
      return this.countHere(key, window);
    }
  }

  private countHere(key: string, window: number): number {
    if (window !== this.localWindow) {
      this.local = new Map();
      this.localWindow = window;
    }
    const used = (this.local.get(key) ?? 0) + 1;
    this.local.set(key, used);
    return used;
  }
}

export function ratePolicies(config: GatewayConfig): Record<Policy['name'], Policy> {
  return {
    user: { name: 'user', limit: config.RATE_LIMIT_USER_PER_MINUTE },
    public: { name: 'public', limit: config.RATE_LIMIT_PUBLIC_PER_MINUTE },
    signIn: { name: 'signIn', limit: config.RATE_LIMIT_SIGN_IN_PER_MINUTE },
  };
}

/** As the IETF draft on RateLimit header fields writes them. */
export function rateLimitHeaders({ name, limit }: Policy, { remaining, resetSeconds }: Spent): Record<string, string> {
  return { 'RateLimit-Policy': `"${name}";q=${limit};w=${WINDOW_SECONDS}`, RateLimit: `"${name}";r=${remaining};t=${resetSeconds}` };
}
