import { Injectable } from '@nestjs/common';
import type { AttemptKey } from './attempt-rules.js';
import { TooManyAttemptsError } from './attempts.errors.js';
import { AttemptsRepository } from './attempts.repository.js';

/** Makes guessing passwords slow. Kept in the database: the same for all processes, and it survives them. */
@Injectable()
export class AttemptsService {
  constructor(private readonly attempts: AttemptsRepository) {}

  /** Counts what is bounded whether it succeeds or not. */
  async spend(keys: readonly AttemptKey[]): Promise<void> {
    const seconds = await this.attempts.count(keys);
    if (seconds !== null) throw new TooManyAttemptsError(seconds);
  }

  /** Runs the check unless one of its keys is locked; an attempt that is refused does not count. */
  async guard(keys: readonly AttemptKey[], check: () => Promise<boolean>): Promise<boolean> {
    if (keys.length === 0) return check();
    await this.spend(keys);
    if (!(await check())) return false;
    await this.attempts.succeeded(keys);
    return true;
  }
}
