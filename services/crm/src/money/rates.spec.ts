import { describe, expect, it } from '@jest/globals';
import { chainRates, convertTotals, crossRate, type CurrencyTotal, formatRate, parseRate, type RateTable, toSteps } from './rates.js';

const read = (rates: Record<string, string>): RateTable['rates'] => new Map(Object.entries(rates).map(([currency, text]) => [currency, parseRate(text)!]));
const table = (to: string, rates: Record<string, string>, former: Record<string, string> = {}): RateTable => ({ to, rates: read(rates), former: read(former) });
const total = (currency: string, sum: string, sumTimesPercent = '0', frozenTo: string | null = null): CurrencyTotal =>
  ({ currency, frozenTo, sum: toSteps(sum), sumTimesPercent: toSteps(sumTimesPercent) });

describe('rates', () => {
  it.each(['1.0843', '1', '0.0000000001', '999999999.9999999999', '150'])('reads and writes %s', (text) => {
    expect(formatRate(parseRate(text)!)).toBe(text);
  });

  it.each(['0', '0.0', '-1', '1.00000000001', '1234567890', '1e3', ''])('refuses %p', (text) => {
    expect(parseRate(text)).toBeUndefined();
  });

  it('adds up several currencies and rounds once', () => {
    const rates = table('EUR', { USD: '0.925', JPY: '0.0061' });
    const totals = [total('EUR', '100000', '5000000'), total('USD', '10001', '200020'), total('JPY', '150000', '15000000')];
    // 1000.00 + 92.50925 + 915.00; 500.00 + 18.50185 + 915.00
    expect(convertTotals(totals, rates)).toEqual({ minor: 200751n, weightedMinor: 143350n, missing: [] });
  });

  it('names currencies without a rate and leaves them out', () => {
    const totals = [total('USD', '100', '100'), total('CHF', '1', '1'), total('EUR', '7', '700')];
    expect(convertTotals(totals, table('EUR', {}))).toEqual({ minor: 7n, weightedMinor: 7n, missing: ['CHF', 'USD'] });
  });

  it('converts to a currency with more digits', () => {
    expect(convertTotals([total('JPY', '3')], table('CLF', { JPY: '0.00003' })).minor).toBe(1n);
  });

  it('stays exact above what a number can hold', () => {
    const minor = 99999999999999n * 100000n;
    expect(convertTotals([total('EUR', String(minor), String(minor * 50n))], table('EUR', {}))).toEqual({ minor, weightedMinor: minor / 2n, missing: [] });
  });

  it('leaves what is frozen alone when rates of today change, and converts it by the rate of the change when the workspace changes its currency', () => {
    // USD 1 000.00 at 0.9
    const won = total('USD', '90000.0', '9000000', 'EUR');
    for (const today of ['0.9', '0.5']) expect(convertTotals([won], table('EUR', { USD: today }))).toEqual({ minor: 90000n, weightedMinor: 90000n, missing: [] });
    expect(convertTotals([won], table('USD', { EUR: '2' }, { EUR: '1.087' })).minor).toBe(97830n);
    expect(convertTotals([won], table('USD', { EUR: '2' }))).toEqual({ minor: 0n, weightedMinor: 0n, missing: ['EUR'] });
  });

  it.each([['1.17', '0.92', '1.2717'], ['1', '0.92', '1.087'], ['0.0061', '0.92', '0.0066304'], ['1', '0.0061', '163.93'], ['0.0000000001', '999999999', '0.0000000001']])(
    '%s by %s is %s, in five digits', (from, to, expected) => {
      expect(formatRate(crossRate(parseRate(from)!, parseRate(to)!))).toBe(expected);
    });

  it('chains two rates exactly', () => {
    expect(formatRate(chainRates(parseRate('1.087')!, parseRate('0.95')!))).toBe('1.03265');
  });
});
