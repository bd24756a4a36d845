import { describe, expect, it } from '@jest/globals';
import { FairSlots } from './fair-slots.js';

const person = (name: string) => [{ name, share: 0.25 }, { name: 'workspace', share: 0.5 }];
const taken = (slot: unknown): boolean => typeof slot === 'function';

describe('places that people share', () => {
  it('are taken up to the share of each holder, and no further while others have room', () => {
    const slots = new FairSlots(8);
    expect([1, 2, 3].map(() => taken(slots.take(person('ada'))))).toEqual([true, true, false]);
    expect([1, 2, 3].map(() => taken(slots.take(person('bob'))))).toEqual([true, true, false]);
    expect(slots.take(person('eve'))).toBe('greedy');
    expect(taken(slots.take([{ name: 'stranger', share: 0.25 }]))).toBe(true);
  });

  it('are none for anybody once all are taken, and free again when given back, once', () => {
    const slots = new FairSlots(1);
    const first = slots.take(person('ada')) as () => void;
    expect(slots.take([{ name: 'bob', share: 1 }])).toBe('full');
    first();
    first();
    expect(slots.taken).toBe(0);
    expect(taken(slots.take(person('ada')))).toBe(true);
  });

  it('are at least one for everybody, however small their share', () => {
    expect(taken(new FairSlots(2).take([{ name: 'ada', share: 0.01 }]))).toBe(true);
  });
});
