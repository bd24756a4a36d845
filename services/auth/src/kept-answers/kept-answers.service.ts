import { createHmac, timingSafeEqual } from 'node:crypto';
import { currentCall } from '@crm-vision/common/context';
import { IdempotencyKeyReusedError, type Transaction } from '@crm-vision/common/database';
import { Inject, Injectable } from '@nestjs/common';
import type { AttemptKey } from '../attempts/attempt-rules.js';
import { AttemptsService } from '../attempts/attempts.service.js';
import { keyFor, seal, unseal } from '../keys/seal.js';
import { type AuthSettings, SETTINGS } from '../parts.js';
import { KeptAnswersRepository } from './kept-answers.repository.js';

/** A request that may come twice. */
export interface Asked {
  /** The act and who does it, as far as that is known: keys of different people never meet. */
  scope: readonly string[];
  /** What makes the request what it is, passwords included: only a keyed hash of it is kept. */
  body: unknown;
  /** Another body under a known key may be somebody who guesses a password: it counts as such. */
  attempts: readonly AttemptKey[];
}

/** Does the work and keeps its answer, in the transaction of the work. */
export type Keep<A> = (transaction: Transaction, work: () => Promise<A>) => Promise<A>;

class AskedTwiceError extends Error {}

/**
 * For writes whose answer holds a secret: the same Idempotency-Key and body give the first answer again within 24 hours. What is kept is sealed, the
 * request itself only as a keyed hash. An answer whose secret is worth nothing any more (`isGood`) is forgotten, and the request runs.
 */
@Injectable()
export class KeptAnswers {
  private readonly key: Buffer;

  constructor(private readonly kept: KeptAnswersRepository, private readonly attempts: AttemptsService, @Inject(SETTINGS) settings: AuthSettings) {
    this.key = keyFor('kept answers', settings.AUTH_ENCRYPTION_KEY);
  }

  async once<A>(asked: Asked, isGood: (answer: A) => Promise<boolean>, run: (keep: Keep<A>) => Promise<A>): Promise<A> {
    const key = currentCall()?.idempotencyKey;
    if (!key) return run((_transaction, work) => work());
    const [id, proof] = [this.mac(['key', ...asked.scope, key]), this.mac(['body', ...asked.scope, asked.body])];
    const find = (): Promise<A | undefined> => this.find(id, proof, asked.attempts, isGood);
    const first = await find();
    if (first) return first;
    try {
      return await run(async (transaction, work) => {
        if (!(await this.kept.claim(transaction, id, proof))) throw new AskedTwiceError();
        const answer = await work();
        await this.kept.fill(transaction, id, seal(JSON.stringify(answer), id, this.key));
        return answer;
      });
    } catch (error) {
      if (!(error instanceof AskedTwiceError)) throw error;
    }
    const twins = await find();
    if (!twins) throw new IdempotencyKeyReusedError();
    return twins;
  }

  private async find<A>(id: Buffer, proof: Buffer, attempts: readonly AttemptKey[], isGood: (answer: A) => Promise<boolean>): Promise<A | undefined> {
    const row = await this.kept.find(id);
    if (!row) return undefined;
    if (!(await this.attempts.guard(attempts, () => Promise.resolve(timingSafeEqual(row.proof, proof))))) throw new IdempotencyKeyReusedError();
    const text = unseal(row.answer, id, this.key);
    const answer = text === null ? undefined : (JSON.parse(text) as A);
    if (answer !== undefined && (await isGood(answer))) return answer;
    await this.kept.forget(id);
    return undefined;
  }

  private mac(parts: readonly unknown[]): Buffer {
    return createHmac('sha256', this.key).update(JSON.stringify(parts)).digest();
  }
}
