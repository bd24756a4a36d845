import { afterEach, describe, expect, it } from '@jest/globals';
import { setLanguage } from '@/lib/i18n/i18n.js';
import { aSession } from '@/testing/factories.js';
import { deviceFormats, deviceRegion } from './formats/device-formats.js';
import { setFormats, type ChosenFormats } from './formats/formats.js';
import { formatClock, formatDay, formatInstant, formatLongDay, formatMoney, formatNumber, formatPercent, formatShortDay, formatTime, numberSigns, toDay } from './format.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const chosen = (part: Partial<ChosenFormats>): void => setFormats({ ...aSession().user, timeZone: 'UTC', ...part });
const afternoon = '2031-05-04T16:05:00Z';

afterEach(async () => {
  chosen({});
  await setLanguage('en');
});

describe('days', () => {
  it.each([
    ['en', 'dmy', '4 May 2031', '04/05/2031', 'Sunday, 4 May 2031'],
    ['en', 'mdy', 'May 4, 2031', '05/04/2031', 'Sunday, May 4, 2031'],
    ['en', 'ymd', '2031-05-04', '2031-05-04', 'Sunday, 2031-05-04'],
    ['de', 'dmy', '4. Mai 2031', '04.05.2031', 'Sonntag, 4. Mai 2031'],
    ['de', 'mdy', '4. Mai 2031', '05/04/2031', 'Sonntag, 4. Mai 2031'],
    ['de', 'ymd', '2031-05-04', '2031-05-04', 'Sonntag, 2031-05-04'],
  ] as const)('in %s and the order %s', async (language, dateOrder, day, short, long) => {
    await setLanguage(language);
    chosen({ dateOrder });
    expect([formatDay('2031-05-04'), formatShortDay('2031-05-04'), formatLongDay('2031-05-04').replace('Sunday 4', 'Sunday, 4')]).toEqual([day, short, long]);
  });
});

describe('a moment', () => {
  it.each([
    ['en', 'h12', '4:05 PM', '9:30 AM'], ['en', 'h23', '16:05', '09:30'], ['de', 'h12', '4:05 PM', '9:30 AM'], ['de', 'h23', '16:05', '09:30'],
  ] as const)('is written the same everywhere: in %s and %s', async (language, clock, time, morning) => {
    await setLanguage(language);
    chosen({ clock, dateOrder: 'dmy' });
    expect([plain(formatTime(afternoon)), plain(formatClock('16:05')), plain(formatClock('09:30'))]).toEqual([time, time, morning]);
    expect(plain(formatInstant(afternoon))).toMatch(new RegExp(`, ${time}$`));
  });

  it('is that of the person, whose day may be another one', () => {
    chosen({ timeZone: 'Pacific/Chatham', clock: 'h23' });
    expect([toDay(new Date('2026-11-30T10:14:00Z')), toDay(new Date('2026-11-30T10:15:00Z')), formatTime('2026-11-30T10:15:00Z')]).toEqual(['2026-11-30', '2026-12-01', '00:00']);
  });

  it('of a zone that this browser does not know is that of the device', () => {
    chosen({ timeZone: 'Mars/Olympus' });
    expect(formatTime(afternoon)).not.toBe('');
  });
});

describe('numbers', () => {
  it.each([
    ['commaPoint', '1,234,567.5', '€1,234.50'], ['pointComma', '1.234.567,5', '€1.234,50'], ['spaceComma', '1 234 567,5', '€1 234,50'],
    ['apostrophePoint', '1’234’567.5', '€1’234.50'], ['indian', '12,34,567.5', '€1,234.50'],
  ] as const)('have the signs of %s, and the currency stands where the language has it', async (numberFormat, number, money) => {
    chosen({ numberFormat });
    expect([plain(formatNumber(1_234_567.5)), plain(formatMoney({ amount: '1234.50', currency: 'EUR' }))]).toEqual([number, money]);
    await setLanguage('de');
    expect(plain(formatMoney({ amount: '1234.50', currency: 'EUR' }))).toBe(`${money.slice(1)} €`);
    expect(plain(formatPercent(12.5))).toMatch(/^1\d %$/);
  });

  it('keep every digit of a large amount', () => {
    chosen({ numberFormat: 'pointComma' });
    expect(formatMoney({ amount: '900719925474099.33', currency: 'EUR' })).toBe('€900.719.925.474.099,33');
    expect(numberSigns()).toEqual({ group: '.', decimal: ',' });
  });
});

describe('what the device says by its region', () => {
  it.each([
    [['en-US', 'en'], 'mdy', 'h12', 'commaPoint', 'sun', 'US'],
    [['en-GB', 'en-US', 'en'], 'dmy', 'h23', 'commaPoint', 'mon', 'GB'],
    [['de-DE', 'de', 'en'], 'dmy', 'h23', 'pointComma', 'mon', 'DE'],
    [['de', 'de-AT'], 'dmy', 'h23', 'spaceComma', 'mon', 'AT'],
    [['de-CH'], 'dmy', 'h23', 'apostrophePoint', 'mon', 'CH'],
    [['sv-SE'], 'ymd', 'h23', 'spaceComma', 'mon', 'SE'],
    [['en-IN'], 'dmy', 'h12', 'indian', 'sun', 'IN'],
    [['ar-EG'], 'dmy', 'h12', 'commaPoint', 'sat', 'EG'],
    [['en-AU'], 'dmy', 'h12', 'commaPoint', 'mon', 'AU'],
    [['de'], 'dmy', 'h23', 'pointComma', 'mon', 'DE'],
    [['not a tag'], 'mdy', 'h12', 'commaPoint', 'sun', 'US'],
    [[], 'mdy', 'h12', 'commaPoint', 'sun', 'US'],
  ] as const)('%j', (languages, dateOrder, clock, numberFormat, weekStart, region) => {
    expect(deviceFormats(languages)).toMatchObject({ dateOrder, clock, numberFormat, weekStart });
    expect(deviceRegion(languages)).toBe(region);
  });
});
