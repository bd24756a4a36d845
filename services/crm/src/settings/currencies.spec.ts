import { describe, expect, it } from '@jest/globals';
import { checkCurrencies } from './currencies.js';

describe('currencies of a workspace', () => {
  it('are kept by code, without a rate for the currency of sums', () => {
    expect(checkCurrencies('EUR', [{ currency: 'USD', rate: '0.920' }, { currency: 'CHF', rate: '1.04' }, { currency: 'EUR', rate: '1' }]))
      .toEqual({ defaultCurrency: 'EUR', rates: { CHF: '1.04', USD: '0.92' } });
  });

  it.each([
    ['UNKNOWN_CURRENCY', 'defaultCurrency', 'XXX', []],
    ['UNKNOWN_CURRENCY', 'rates[0].currency', 'EUR', [{ currency: 'usd', rate: '1' }]],
    ['RATE_OUT_OF_RANGE', 'rates[0].rate', 'EUR', [{ currency: 'USD', rate: '0' }]],
    ['RATE_OUT_OF_RANGE', 'rates[1].currency', 'EUR', [{ currency: 'USD', rate: '1' }, { currency: 'USD', rate: '2' }]],
  ])('are refused as %s at %s', (code, field, own, rates) => {
    expect(() => checkCurrencies(own, rates)).toThrow(expect.objectContaining({ kind: 'invalid', code, fields: [expect.objectContaining({ field })] }));
  });
});
