import { describe, expect, it } from '@jest/globals';
import { currencyDigits, isCurrency } from './currency.js';
import { formatMinor, parseMoney, worthMoney } from './money.js';

describe('money', () => {
  it.each([
    ['1234.50', 'EUR', 123450n], ['1234.5', 'EUR', 123450n], ['0', 'EUR', 0n], ['0.05', 'USD', 5n], ['1500', 'JPY', 1500n], ['1.234', 'KWD', 1234n],
    ['999999999999.99', 'EUR', 99999999999999n],
  ])('reads %s %s exactly', (text, currency, minor) => {
    expect(parseMoney(text, currency, 'amount')).toEqual({ minor, currency });
  });

  it.each([['1234.50', 'EUR'], ['0.05', 'USD'], ['0', 'JPY'], ['7', 'JPY'], ['0.001', 'BHD'], ['12.0000', 'CLF']])('writes %s %s as it was read', (text, currency) => {
    expect(formatMinor(parseMoney(text, currency, 'amount').minor, currency)).toBe(text);
  });

  it('writes negative sums', () => {
    expect(formatMinor(-5n, 'EUR')).toBe('-0.05');
  });

  it.each([['1.234', 'EUR'], ['0.5', 'JPY'], ['-1', 'EUR'], ['1e3', 'EUR'], ['', 'EUR'], ['1000000000000', 'EUR'], ['1,5', 'EUR']])('refuses %p %s and names the field', (text, currency) => {
    expect(() => parseMoney(text, currency, 'amount')).toThrow(expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field: 'amount.amount' })] }));
  });

  it('refuses a currency that is gone or never was', () => {
    expect(isCurrency('DEM')).toBe(false);
    expect(() => parseMoney('1', 'XYZ', 'annualRevenue')).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'annualRevenue.currency', code: 'UNKNOWN_CURRENCY' })] }));
  });

  it('knows the digits of ISO 4217 where shops use fewer', () => {
    expect(['IQD', 'AFN', 'ISK', 'UYW', 'EUR'].map((code) => currencyDigits(code))).toEqual([3, 2, 0, 4, 2]);
  });

  it.each([['9000000', 'EUR', '900.00'], ['9000050', 'EUR', '900.01'], ['9004999', 'JPY', '900'], ['12345', 'KWD', '1.235'], ['1', 'CLF', '0.0001']])(
    'shows a worth of %s as %s %s', (worth, currency, text) => {
      expect(formatMinor(worthMoney(worth, currency).minor, currency)).toBe(text);
    });
});
