import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import i18next from 'i18next';
import { setFormats, type ChosenFormats } from '@/lib/formats/formats.js';
import { startI18n } from '@/lib/i18n/i18n.js';
import { aSession, currencies } from '@/testing/factories.js';
import { readMoney } from './read-money.js';
import { readNumber } from './read-number.js';

type NumberFormat = NonNullable<ChosenFormats['numberFormat']>;

beforeAll(() => startI18n());
afterAll(() => write('en', null));

async function write(language: string, numberFormat: NumberFormat | null): Promise<void> {
  setFormats({ ...aSession().user, numberFormat });
  await i18next.changeLanguage(language);
}

/** "1234.50 EUR" as it is saved, "=" in front where the field says what it understood; "?" and the reason where it is refused. */
function told(typed: string, chosen = 'EUR', rates: string[] = []): string {
  const read = readMoney(typed, chosen, currencies({ rates: rates.map((currency) => ({ currency, rate: '1' })) }));
  if (!read) return '';
  return 'problem' in read ? `? ${read.problem}` : `${read.isPlain ? '' : '= '}${read.amount} ${read.currency}`;
}

const both: [typed: string, expected: string][] = [
  ['', ''],
  ['   ', ''],
  ['0', '0.00 EUR'],
  ['1234', '1234.00 EUR'],
  ['007', '7.00 EUR'],
  ['1,234.50', '= 1234.50 EUR'],
  ['1.234,50', '= 1234.50 EUR'],
  ['12,345.00', '= 12345.00 EUR'],
  ['1.000.000', '= 1000000.00 EUR'],
  ['1,000,000', '= 1000000.00 EUR'],
  ['1.234.567,89', '= 1234567.89 EUR'],
  ['12,34,567.50', '= 1234567.50 EUR'],
  ['1 234,5', '= 1234.50 EUR'],
  ['1\u00a0234.5', '= 1234.50 EUR'],
  ['1\u202f234\u202f567', '= 1234567.00 EUR'],
  ['1\u2009234,50', '= 1234.50 EUR'],
  ["1'234.50", '= 1234.50 EUR'],
  ['1’234’567,5', '= 1234567.50 EUR'],
  ['.5', '= 0.50 EUR'],
  ['１２３', '123.00 EUR'],
  ['١٢٣', '123.00 EUR'],
  ['12k', '= 12000.00 EUR'],
  ['12 K', '= 12000.00 EUR'],
  ['1.5m', '= 1500000.00 EUR'],
  ['1,5 Mio.', '= 1500000.00 EUR'],
  ['2 Tsd', '= 2000.00 EUR'],
  ['1.234,-', '= 1234.00 EUR'],
  ['49,–', '= 49.00 EUR'],
  ['1234.50 €', '= 1234.50 EUR'],
  ['€1,234.50', '= 1234.50 EUR'],
  ['EUR 1.234,50', '= 1234.50 EUR'],
  ['1234 eur', '= 1234.00 EUR'],
  ['500 Euro', '= 500.00 EUR'],
  ['12k €', '= 12000.00 EUR'],
  ['$1,234.50', '= 1234.50 USD'],
  ['US$ 5', '= 5.00 USD'],
  ['5 CA$', '= 5.00 CAD'],
  ['1234.50 USD', '= 1234.50 USD'],
  ['£5', '= 5.00 GBP'],
  ['€5 EUR', '= 5.00 EUR'],
  ['€5 USD', '? whichCurrency'],
  ['5 kr', '? whichCurrency'],
  ['5 zorkmids', '? unreadable'],
  ['abc', '? unreadable'],
  ['about 5', '? unreadable'],
  ['12x', '? whichCurrency'],
  ['12 34', '? unreadable'],
  ['1.23.4', '? unreadable'],
  ['1,234.567,89', '? unreadable'],
  ["1 234'567", '? unreadable'],
  ['5 2m', '? unreadable'],
  ['5m2', '? unreadable'],
  ['1e3', '? unreadable'],
  ['0x10', '? unreadable'],
  ['(5)', '? unreadable'],
  ['5%', '? unreadable'],
  ['-5', '? negative'],
  ['−1.234,50', '? negative'],
  ['-€5', '? negative'],
  ['€ -5', '? negative'],
  ['0.005', '? tooFine'],
  ['0,005', '? tooFine'],
  ['1234.567', '? tooFine'],
  ['1234567890123', '? tooLarge'],
  ['9999999m', '? tooLarge'],
  ['123456789012', '123456789012.00 EUR'],
];

describe.each([
  ['en', 'commaPoint'], ['de', 'pointComma'], ['en', 'pointComma'], ['de', 'spaceComma'], ['en', 'apostrophePoint'], ['en', 'indian'],
] as const)('an amount that is typed in %s by a person who writes %s', (language, numberFormat) => {
  beforeAll(() => write(language, numberFormat));

  it.each(both)('%p is read as %p', (typed, expected) => expect(told(typed)).toBe(expected));

  it('is in the currency that was typed, or refused, and never silently in another', () => {
    expect(told('$5', 'CAD')).toBe('= 5.00 CAD');
    expect(told('$5', 'EUR', ['CAD'])).toBe('= 5.00 CAD');
    expect(told('$5', 'EUR', ['CAD', 'USD'])).toBe('= 5.00 USD');
    expect(told('5 kr', 'SEK')).toBe('= 5.00 SEK');
    expect(told('5 kr', 'EUR', ['NOK'])).toBe('= 5.00 NOK');
    expect(told('5 kr', 'EUR', ['NOK', 'SEK'])).toBe('? whichCurrency');
    expect(told('5.00 €', 'JPY')).toBe('= 5.00 EUR');
  });

  it('has exactly the digits of its currency, whatever the browser makes of it', () => {
    expect(told('99.95', 'HUF')).toMatch(/99\.95 HUF$/);
    expect(told('5000', 'JPY')).toBe('5000 JPY');
    expect(told('5000.75', 'JPY')).toBe('? tooFine');
    expect(told('5000.00', 'JPY')).toBe('? tooFine');
    expect(told('1.2345', 'IQD')).toBe('? tooFine');
    expect(told('7', 'KWD')).toBe('7.000 KWD');
  });
});

describe('a number without a currency', () => {
  it.each([
    ['0,0061', '0.0061'], ['0.0061', '0.0061'], ['1,0843', '1.0843'], ['1.0843', '1.0843'], ['-3', '-3'], ['+3', '3'], ['2k', '2000'], ['1 250', '1250'],
  ])('%p is %p whatever the person writes', async (typed, expected) => {
    for (const numberFormat of ['commaPoint', 'pointComma', 'spaceComma', 'apostrophePoint', 'indian'] as const) {
      await write('en', numberFormat);
      expect(readNumber(typed)?.text).toBe(expected);
    }
  });

  it.each(['', '-', '.', ',', '1.2.3', '5 €', '3 %', 'one', '1-2', '--1', '1 2'])('%p is none', (typed) => expect(readNumber(typed)).toBeNull());
});

const point: [typed: string, expected: string][] = [
  ['12.5', '12.50 EUR'], ['12,5', '= 12.50 EUR'], ['1,234', '= 1234.00 EUR'], ['1.234', '? tooFine'], ['12.', '12.00 EUR'], ['1.234k', '= 1234.00 EUR'],
];
const comma: [typed: string, expected: string][] = [
  ['12,5', '12.50 EUR'], ['12.5', '= 12.50 EUR'], ['1.234', '= 1234.00 EUR'], ['1,234', '? tooFine'], ['12,', '12.00 EUR'], ['1.234k', '= 1234000.00 EUR'],
];

/** What only the person's own format can tell, and what it takes for plain. */
describe.each([
  ['commaPoint', point, '1.250', '1,250'], ['apostrophePoint', point, '1.250', '1,250'], ['indian', point, '1.250', '1,250'],
  ['pointComma', comma, '1,250', '1.250'], ['spaceComma', comma, '1,250', '1.250'],
] as const)('a person who writes %s', (numberFormat, cases, decimal, group) => {
  beforeAll(() => write('en', numberFormat));

  it.each(cases)('means by %p %p', (typed, expected) => expect(told(typed)).toBe(expected));

  it('tells a group from three digits after the decimal sign, and the field says so', () => {
    expect(told(decimal, 'IQD')).toBe('= 1.250 IQD');
    expect(told(group, 'IQD')).toBe('= 1250.000 IQD');
    expect(told(group, 'JPY')).toBe('= 1250 JPY');
    expect(told(decimal, 'JPY')).toBe('? tooFine');
  });
});
