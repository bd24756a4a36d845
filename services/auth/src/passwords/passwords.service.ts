import { availableParallelism } from 'node:os';
import { currentCall } from '@crm-vision/common/context';
import { TimedOutError, UnavailableError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import type { Caller } from '../callers/caller.js';
import { FairQueue } from './fair-queue.js';
import { hashPassword, verifyNobody, verifyPassword } from './password-hash.js';

/** More at once would be slower for all: the threads of Node are four. One address has half of them, so that a flood leaves time to everybody else. */
const AT_ONCE = Math.min(4, Math.max(2, availableParallelism()));
const LIMITS = { running: AT_ONCE, runningPerAddress: Math.floor(AT_ONCE / 2), waiting: 400, waitingPerAddress: 20 };

/** Hashing is slow on purpose, so callers take turns at it; known devices go first. */
@Injectable()
export class Passwords {
  private readonly queue = new FairQueue(LIMITS);

  hash(password: string, caller: Caller): Promise<string> {
    return this.inTurn(caller, () => hashPassword(password));
  }

  /** Takes as long for nobody's password: no hash. */
  verify(password: string, phc: string | undefined, caller: Caller): Promise<boolean> {
    return this.inTurn(caller, () => (phc === undefined ? verifyNobody(password) : verifyPassword(password, phc)));
  }

  private inTurn<T>({ address, network, knownDevice }: Caller, work: () => Promise<T>): Promise<T> {
    const signal = currentCall()?.signal;
    const isFirst = knownDevice !== undefined;
    const result = this.queue.run({ address: isFirst ? `device ${knownDevice}` : address, network, isFirst }, () => {
      // Whoever hung up while waiting costs nothing more.
      return signal?.aborted ? Promise.reject(new TimedOutError()) : work();
    });
    if (result === 'greedy') throw new TooManyAttemptsError(1);
    if (result === 'full') throw new UnavailableError('Too many people sign in at this moment. Try again in a moment.');
    return result;
  }
}
