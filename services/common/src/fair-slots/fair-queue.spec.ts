import { describe, expect, it } from '@jest/globals';
import { FairQueue } from './fair-queue.js';

const of = (name: string) => [{ name, share: 0.5 }];
const queue = (waitMs = 60_000) => new FairQueue({ max: 4, waitingMax: 4, waitMs });
const place = async (taken: ReturnType<FairQueue['take']>): Promise<() => void> => {
  const outcome = await taken;
  if (typeof outcome !== 'function') throw new Error(`There was no place: ${outcome}.`);
  return outcome;
};

describe('places that people wait for', () => {
  it('are never all of one, who waits while others are served at once', async () => {
    const places = queue();
    const [first] = await Promise.all([place(places.take(of('ada'))), place(places.take(of('ada')))]);
    const third = places.take(of('ada'));
    expect(places.waiting).toBe(1);
    await place(places.take(of('bob')));
    expect(places.waiting).toBe(1);
    first();
    await place(third);
    expect(places.waiting).toBe(0);
  });

  it('go to whoever holds the fewest, then in the order of coming', async () => {
    const places = queue();
    const held = await Promise.all([...'aabb'].map((name) => place(places.take(of(name)))));
    const order: string[] = [];
    const wait = (name: string) => void places.take(of(name)).then(() => order.push(name));
    for (const name of ['a', 'c', 'd']) wait(name);
    held[0]!();
    held[2]!();
    await Promise.resolve();
    held[1]!();
    await new Promise(setImmediate);
    expect(order).toEqual(['c', 'd', 'a']);
  });

  it('are refused to those who have as many waiting as they may, and to all when too many wait', async () => {
    const places = queue();
    for (const name of 'aabb') await place(places.take(of(name)));
    for (const name of 'aa') void places.take(of(name));
    expect(await places.take(of('a'))).toBe('greedy');
    for (const name of 'bb') void places.take(of(name));
    expect(await places.take(of('c'))).toBe('full');
  });

  it('are given up by who waited too long or went away, and none is lost by it', async () => {
    const places = queue(1);
    const held = await Promise.all([...'aabb'].map((name) => place(places.take(of(name)))));
    expect(await places.take(of('a'))).toBe('late');
    const gone = new AbortController();
    const left = places.take(of('a'), gone.signal);
    gone.abort();
    expect(await left).toBe('aborted');
    expect(await places.take(of('a'), gone.signal)).toBe('aborted');
    expect(places.waiting).toBe(0);
    for (const giveBack of held) giveBack();
    for (const name of 'aabb') await place(places.take(of(name)));
  });
});
