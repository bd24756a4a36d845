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
    expect([await places.take(of('a')), await places.take(of('c'))]).toEqual(['greedy', 'full']);
    const gone = new AbortController();
    const left = places.take(of('a'), gone);
    gone.abort();
    expect(await left).toBe('aborted');
    expect(await places.take(of('a'), gone)).toBe('aborted');
    expect(places.waiting).toBe(0);
    for (const giveBack of held) giveBack();
    for (const name of 'aabb') await place(places.take(of(name)));
  });

  it('go round by the last of the holders, and among theirs by the first, whoever asks for more', async () => {
    const places = new FairQueue({ max: 1, waitingMax: 100, waitMs: 60_000 });
    let giveBack = await place(places.take([{ name: 'busy', share: 1 }]));
    const order: string[] = [];
    const wait = (address: string, network: string) => void places.take([{ name: address, share: 1 }, { name: network, share: 1 }]).then((outcome) => {
      order.push(address);
      giveBack = outcome as () => void;
    });
    for (const address of ['f1', 'f1', 'f2', 'f3']) wait(address, 'flood');
    wait('somebody', 'elsewhere');
    for (let index = 0; index < 5; index += 1) {
      giveBack();
      await new Promise(setImmediate);
    }
    expect(order).toEqual(['f1', 'somebody', 'f2', 'f3', 'f1']);
  });

  it('go to those first who are first, however long others wait', async () => {
    const places = new FairQueue({ max: 1, waitingMax: 100, waitMs: 60_000 });
    const giveBack = await place(places.take(of('busy')));
    const order: string[] = [];
    for (const name of 'ab') void places.take([{ name, share: 1 }]).then(() => order.push(name));
    void places.take([{ name: 'known', share: 1 }], { isFirst: true }).then(() => order.push('known'));
    giveBack();
    await new Promise(setImmediate);
    expect(order).toEqual(['known']);
  });

  it('may have another part of those who wait than of the places', async () => {
    const places = new FairQueue({ max: 2, waitingMax: 100, waitMs: 60_000 });
    const flood = [{ name: 'flood', share: 0.5, waitingShare: 0.02 }];
    const asked = Array.from({ length: 5 }, () => places.take(flood));
    expect(await Promise.all(asked.slice(3))).toEqual(['greedy', 'greedy']);
    expect(places.waiting).toBe(2);
    await place(places.take(of('somebody')));
  });
});
