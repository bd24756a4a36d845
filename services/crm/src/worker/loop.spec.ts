import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '@crm-vision/common/logging';
import { Loop } from './loop.js';

const logger = createLogger({ service: 'test', level: 'silent', release: 'test' });
const HOUR = 3_600_000;

/** Resolves when `count` rounds have begun. */
function counted(answer: (round: number) => boolean | Promise<boolean>): { round: () => Promise<boolean>; reached: (count: number) => Promise<void>; rounds: () => number } {
  let rounds = 0;
  const waiting: { count: number; resolve: () => void }[] = [];
  return {
    rounds: () => rounds,
    reached: (count) => new Promise((resolve) => {
      if (rounds >= count) resolve();
      else waiting.push({ count, resolve });
    }),
    round: async () => {
      rounds += 1;
      for (const { count, resolve } of waiting) if (rounds >= count) resolve();
      return answer(rounds);
    },
  };
}

describe('a loop', () => {
  it('goes on at once while there is more, then waits', async () => {
    const work = counted((round) => round < 3);
    const loop = new Loop({ name: 'test', everyMs: HOUR, round: work.round, logger });
    await work.reached(3);
    await loop.stop();
    expect(work.rounds()).toBe(3);
  });

  it('looks once more when it is woken, also in the middle of a round', async () => {
    const work = counted(() => false);
    const loop = new Loop({ name: 'test', everyMs: HOUR, round: work.round, logger });
    loop.wake();
    await work.reached(2);
    loop.wake();
    await work.reached(3);
    await loop.stop();
  });

  it('tries again after a failure', async () => {
    const work = counted((round) => (round === 1 ? Promise.reject(new Error('database away')) : false));
    const loop = new Loop({ name: 'test', everyMs: HOUR, round: work.round, logger });
    await work.reached(2);
    await loop.stop();
  });

  it('ends its round before it stops, and begins no other', async () => {
    let ended = false;
    const work = counted(async () => {
      await pause(20);
      ended = true;
      return true;
    });
    const loop = new Loop({ name: 'test', everyMs: HOUR, round: work.round, logger });
    await work.reached(1);
    await loop.stop();
    expect([ended, work.rounds()]).toEqual([true, 1]);
  });
});
