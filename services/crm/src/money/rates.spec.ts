import { describe, expect, it } from '@jest/globals';
import { convertTotals, formatRate, parseRate, type RateTable } from './rates.js';

function table(to: string, rates: Record<string, string>): RateTable {
  return { to, rates: new Map(Object.entries(rates).map(([currency, text]) => [currency, parseRate(text)!])) };
}

describe('rates', () => {
  it.each(['1.0843', '1', '0.0000000001', '999999999.9999999999', '150'])('reads and writes %s', (text) => {
    expect(formatRate(parseRate(text)!)).toBe(text);
  });

  it.each(['0', '0.0', '-1', '1.00000000001', '1234567890', '1e3', ''])('refuses %p', (text) => {
    expect(parseRate(text)).toBeUndefined();
  });

  it('adds up several currencies and rounds once', () => {
    const rates = table('EUR', { USD: '0.925', JPY: '0.0061' });
    const totals = [
      { currency: 'EUR', minor: 100000n, minorTimesPercent: 5000000n },
      { currency: 'USD', minor: 10001n, minorTimesPercent: 200020n },
      { currency: 'JPY', minor: 150000n, minorTimesPercent: 15000000n },
    ];
    // 1000.00 + 92.50925 + 915.00; 500.00 + 18.50185 + 915.00
    expect(convertTotals(totals, rates)).toEqual({ minor: 200751n, weightedMinor: 143350n, missing: [] });
  });

  it('names currencies without a rate and leaves them out', () => {
    const totals = [{ currency: 'USD', minor: 100n, minorTimesPercent: 100n }, { currency: 'CHF', minor: 1n, minorTimesPercent: 1n }, { currency: 'EUR', minor: 7n, minorTimesPercent: 700n }];
    expect(convertTotals(totals, table('EUR', {}))).toEqual({ minor: 7n, weightedMinor: 7n, missing: ['CHF', 'USD'] });
  });

  it('converts to a currency with more digits', () => {
    expect(convertTotals([{ currency: 'JPY', minor: 3n, minorTimesPercent: 0n }], table('CLF', { JPY: '0.00003' })).minor).toBe(1n);
  });

  it('stays exact above what a number can hold', () => {
    const minor = 99999999999999n * 100000n;
    expect(convertTotals([{ currency: 'EUR', minor, minorTimesPercent: minor * 50n }], table('EUR', {}))).toEqual({ minor, weightedMinor: minor / 2n, missing: [] });
  });
});
