import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './ids.js';

describe('newId', () => {
  it('goes up with each call, also within a millisecond', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('isId', () => {
  it.each(['', 'x', '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a1', "0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11'--"])('refuses %j', (text) => {
    expect(isId(text)).toBe(false);
  });
  it('knows an id that it made', () => {
    expect(isId(newId())).toBe(true);
  });
});
