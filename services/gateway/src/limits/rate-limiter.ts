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

/** A share of the budget of one caller: this process has taken the numbers after `used` up to `end`. */
interface Lease {
  used: number;
  end: number;
  asking?: Promise<void> | undefined;
}

/** A process takes a hundredth of the budget at a time, so that a busy caller does not cost a message to Redis with every request. */
const SHARES = 100;

/**
 * Counts in Redis, so that all processes share one budget that is never exceeded; of what a process has taken and not used, at most a hundredth of the
 * budget stays unused. Without Redis each process counts for itself.
 */
export class RateLimiter {
  private leases = new Map<string, Lease>();
  private window = 0;
  private pausedUntil = 0;

  constructor(private readonly redis: Redis | undefined) {}

  async spend({ name, limit }: Policy, caller: string): Promise<Spent> {
    const now = Date.now();
    const window = Math.floor(now / WINDOW_MS);
    const used = await this.count(`${name}:${caller}`, Math.max(1, Math.floor(limit / SHARES)), now);
    const exceeded = used > limit;
    if (exceeded) rateLimited.inc({ policy: name });
    return { exceeded, remaining: Math.max(0, limit - used), resetSeconds: Math.ceil(((window + 1) * WINDOW_MS - now) / 1000) };
  }

  private async count(key: string, share: number, now: number): Promise<number> {
    const lease = this.leaseOf(key, Math.floor(now / WINDOW_MS));
    while (lease.used >= lease.end) {
      if (!isReady(this.redis) || now < this.pausedUntil) return this.countHere(lease);
      lease.asking ??= this.extend(lease, `crm-vision:rate:${key}:${this.window}`, share, now).finally(() => {
        lease.asking = undefined;
      });
      await lease.asking;
    }
    lease.used += 1;
    return lease.used;
  }

  private leaseOf(key: string, window: number): Lease {
    if (window !== this.window) {
      this.leases = new Map();
      this.window = window;
    }
    const lease = this.leases.get(key) ?? { used: 0, end: 0 };
    this.leases.set(key, lease);
    return lease;
  }

  private async extend(lease: Lease, name: string, share: number, now: number): Promise<void> {
    const { redis } = this;
    if (!isReady(redis)) return;
    try {
      const end = await redis.incrby(name, share);
      // Somebody else wrote this key: what it says cannot be believed.
      if (end < share) throw new RangeError(`${name} is below what was just added to it.`);
      if (end === share) await redis.pexpire(name, KEY_MS);
      lease.used = end - share;
      lease.end = end;
    } catch {
      this.pausedUntil = now + PAUSE_MS;
    }
  }

  private countHere(lease: Lease): number {
    lease.used += 1;
    lease.end = lease.used;
    return lease.used;
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
