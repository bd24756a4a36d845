import type { Response } from 'express';
import { RateLimitedError } from '../http/http.errors.js';
import { type Policy, type RateLimiter, rateLimitHeaders } from './rate-limiter.js';

/** Counts what callers do and tells them in every answer what is left. */
export class Limits {
  constructor(private readonly limiter: RateLimiter, private readonly policies: Record<Policy['name'], Policy>) {}

  /** Throws RateLimitedError when there is nothing left. */
  async spend(name: Policy['name'], caller: string, response: Response): Promise<void> {
    const policy = this.policies[name];
    const spent = await this.limiter.spend(policy, caller);
    response.set(rateLimitHeaders(policy, spent));
    if (spent.exceeded) throw new RateLimitedError(spent.resetSeconds);
  }
}
