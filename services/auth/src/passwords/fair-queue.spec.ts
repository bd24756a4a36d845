import { describe, expect, it } from '@jest/globals';
import { FairQueue, type Holder } from './fair-queue.js';

const LIMITS = { running: 2, runningPerAddress: 1, waiting: 100, waitingPerAddress: 5 };

/** A queue whose work ends when told to, and what it began with, in that order. */
function workshop(limits = LIMITS) {
  const queue = new FairQueue(limits);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (address: string, { network = address, isFirst = false }: Partial<Holder> = {}) => queue.run({ address, network, isFirst }, () => {
    begun.push(address);
    return new Promise<string>((resolve) => ends.push(() => resolve(address)));
  });
  /** Ends what has run longest; what waits begins. */
  const endOne = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, begun, endOne };
}

describe('FairQueue', () => {
  it('gives the result of the work', async () => {
    const { ask, endOne } = workshop();
    const result = ask('a');
    await endOne();
    await expect(result).resolves.toBe('a');
  });

  it('leaves a place to others while one address asks for much', () => {
    const { ask, begun } = workshop();
    for (let index = 0; index < 4; index += 1) void ask('flood');
    expect(begun).toEqual(['flood']);
    void ask('somebody');
    expect(begun).toEqual(['flood', 'somebody']);
  });

  it('serves addresses in turns, and networks before the addresses in them', async () => {
    const { ask, begun, endOne } = workshop({ ...LIMITS, running: 1 });
    void ask('busy');
    for (const address of ['f1', 'f1', 'f2', 'f3']) void ask(address, { network: 'flood' });
    void ask('somebody');
    for (let index = 0; index < 5; index += 1) await endOne();
    expect(begun).toEqual(['busy', 'f1', 'somebody', 'f2', 'f3', 'f1']);
  });

  it('serves those first who are first', async () => {
    const { ask, begun, endOne } = workshop({ ...LIMITS, running: 1 });
    void ask('busy');
    for (const address of ['a', 'b', 'c']) void ask(address);
    void ask('known', { isFirst: true });
    await endOne();
    expect(begun).toEqual(['busy', 'known']);
  });

  it('refuses what would wait too long, and only that', () => {
    const { ask } = workshop();
    const asked = Array.from({ length: 8 }, () => ask('flood'));
    expect(asked.filter((result) => result === 'greedy')).toHaveLength(2);
    expect(ask('somebody')).toBeInstanceOf(Promise);
    const { ask: askAgain } = workshop({ ...LIMITS, waiting: 3 });
    const all = Array.from({ length: 8 }, (_none, index) => askAgain(`address ${index}`));
    expect(all.filter((result) => result === 'full')).toHaveLength(3);
  });

  it('goes on after work that failed', async () => {
    const queue = new FairQueue({ ...LIMITS, running: 1 });
    const holder = { address: 'a', network: 'a', isFirst: false };
    const failed = queue.run(holder, () => Promise.reject(new Error('broken')));
    const next = queue.run(holder, () => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('broken');
    await expect(next).resolves.toBe('next');
  });
});
