import { describe, expect, it } from '@jest/globals';
import { composed } from './text-checks.js';

describe('text on its way in', () => {
  it.each([
    ['e\u0301', '\u00e9'],
    ['\u1112\u1161\u11ab\u1100\u1173\u11af', '\ud55c\uae00'],
    ['\u304b\u3099', '\u304c'],
    ['\u30ab\u3099', '\u30ac'],
    ['plain', 'plain'],
    ['\ud83d\udc68\u200d\ud83d\udc69', '\ud83d\udc68\u200d\ud83d\udc69'],
  ])('%j is %j', (typed, kept) => {
    expect(composed(typed)).toBe(kept);
  });

  it('is composed in lists, in objects and in their keys; the rest stays', () => {
    const bytes = { name: 'e\u0301', tags: ['e\u0301', 1, null, true], custom: { 'e\u0301': { deep: 'e\u0301' } }, none: undefined };
    expect(composed(bytes)).toEqual({ name: '\u00e9', tags: ['\u00e9', 1, null, true], custom: { '\u00e9': { deep: '\u00e9' } }, none: undefined });
  });
});
