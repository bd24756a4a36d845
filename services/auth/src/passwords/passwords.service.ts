import { availableParallelism } from 'node:os';
import { currentCall } from '@crm-vision/common/context';
import { TimedOutError, UnavailableError } from '@crm-vision/common/errors';
import { FairQueue } from '@crm-vision/common/fair-slots';
import { Injectable } from '@nestjs/common';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import type { Caller } from '../callers/caller.js';
import { hashPassword, verifyNobody, verifyPassword } from './password-hash.js';

/** More at once would be slower for all: the threads of Node are four. One address has half of them, so that a flood leaves time to everybody else. */
const AT_ONCE = Math.min(4, Math.max(2, availableParallelism()));
const QUEUE = { max: AT_ONCE, waitingMax: 400, waitMs: 10_000 };
const OF_ADDRESS = { share: 0.5, waitingShare: 0.05 };

/** Hashing is slow on purpose, so callers take turns at it; known devices go first. */
@Injectable()
export class Passwords {
  private readonly queue = new FairQueue(QUEUE);

  hash(password: string, caller: Caller): Promise<string> {
    return this.inTurn(caller, () => hashPassword(password));
  }

  /** Takes as long for nobody's password: no hash. */
  verify(password: string, phc: string | undefined, caller: Caller): Promise<boolean> {
    return this.inTurn(caller, () => (phc === undefined ? verifyNobody(password) : verifyPassword(password, phc)));
  }

  /** Networks take turns, and in them addresses. */
  private async inTurn<T>({ address, network, knownDevice }: Caller, work: () => Promise<T>): Promise<T> {
    const isFirst = knownDevice !== undefined;
    const holders = [{ name: isFirst ? `device:${knownDevice}` : `address:${address}`, ...OF_ADDRESS }, { name: `network:${network}`, share: 1 }];
    const place = await this.queue.take(holders, { signal: currentCall()?.signal, isFirst });
    if (typeof place === 'function') return work().finally(place);
    // Whoever hung up while waiting costs nothing more.
    if (place === 'aborted') throw new TimedOutError();
    if (place === 'greedy') throw new TooManyAttemptsError(1);
    throw new UnavailableError('Too many people sign in at this moment. Try again in a moment.');
  }
}
