import { describe, expect, it } from '@jest/globals';
import { currentKey, LEAD_MS, LINGER_MS, nextSignsFrom, retiredKeys } from './key-rotation.js';
import type { SigningKey } from './signing-key.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const at = (ms: number): Date => new Date(START + ms);
const key = (kid: string, ms: number, readable = true): SigningKey => ({ kid, publicJwk: {}, privateJwk: readable ? {} : null, signsFrom: at(ms) });

describe('nextSignsFrom', () => {
  it('is now when no key can sign', () => {
    expect(nextSignsFrom([], at(0), 30)).toEqual(at(0));
    expect(nextSignsFrom([key('a', 0, false)], at(5), 30)).toEqual(at(5));
  });

  it('is nothing until an hour before the end of the key that signs', () => {
    expect(nextSignsFrom([key('a', 0)], at(30 * DAY - LEAD_MS - 1), 30)).toBeNull();
    expect(nextSignsFrom([key('a', 0)], at(30 * DAY - LEAD_MS), 30)).toEqual(at(30 * DAY));
  });

  it('gives the lead also when nobody rotated for long', () => {
    expect(nextSignsFrom([key('a', 0)], at(90 * DAY), 30)).toEqual(at(90 * DAY + LEAD_MS));
  });

  it('is nothing when the next key waits already', () => {
    expect(nextSignsFrom([key('a', 0), key('b', 30 * DAY)], at(30 * DAY - 1), 30)).toBeNull();
  });
});

describe('currentKey', () => {
  it('is the newest whose time has come and that can be read', () => {
    const keys = [key('a', 0), key('b', 10), key('c', 20, false), key('d', 30)];
    expect(currentKey(keys, at(25))?.kid).toBe('b');
    expect(currentKey(keys, at(30))?.kid).toBe('d');
    expect(currentKey([key('d', 30)], at(0))).toBeUndefined();
  });
});

describe('retiredKeys', () => {
  it('are those whose last token is over for an hour', () => {
    const keys = [key('a', 0), key('b', DAY)];
    const end = DAY + 300_000 + LINGER_MS;
    expect(retiredKeys(keys, at(end), 300)).toEqual([]);
    expect(retiredKeys(keys, at(end + 1), 300).map(({ kid }) => kid)).toEqual(['a']);
  });
});
