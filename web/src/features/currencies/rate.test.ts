import { describe, expect, it } from '@jest/globals';
import { parseRate, showRate } from './rate.js';

describe('a rate', () => {
  it('keeps what was typed, without empty digits', () => {
    expect(parseRate('1.0843')).toBe('1.0843');
    expect(parseRate('0.0067')).toBe('0.0067');
    expect(parseRate('2')).toBe('2');
    expect(parseRate('10')).toBe('10');
    expect(parseRate('1.500')).toBe('1.5');
  });

  it('is above zero, and a number', () => {
    for (const text of ['', '0', '0.0', '-1', 'one']) expect(parseRate(text)).toBeNull();
  });

  it('reads without trailing zeros', () => {
    expect(showRate('1.0843000000')).toBe('1.0843');
    expect(showRate('10')).toBe('10');
  });
});
