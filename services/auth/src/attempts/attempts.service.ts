import { Injectable } from '@nestjs/common';
import type { AttemptKey } from './attempt-rules.js';
import { TooManyAttemptsError } from './attempts.errors.js';
import { AttemptsRepository } from './attempts.repository.js';

/** Makes guessing passwords slow. Kept in the database: the same for all processes, and it survives them. */
@Injectable()
export class AttemptsService {
  constructor(private readonly attempts: AttemptsRepository) {}

  /** Runs the check unless its keys are locked; a check that says true clears them. */
  async guard(keys: readonly AttemptKey[], check: () => Promise<boolean>): Promise<boolean> {
    for (const key of keys) {
      const seconds = await this.attempts.count(key);
      if (seconds !== null) throw new TooManyAttemptsError(seconds);
    }
    if (!(await check())) return false;
    await this.attempts.forget(keys);
    return true;
  }
}
