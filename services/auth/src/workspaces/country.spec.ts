import { describe, expect, it } from '@jest/globals';
import { checkCountry, guessCountry } from './country.js';

describe('the country of a workspace', () => {
  it.each([
    ['Europe/Berlin', 'en', 'DE'],
    ['America/New_York', 'de', 'US'],
    ['Asia/Calcutta', 'en-US', 'IN'],
    ['Europe/Kyiv', 'en', 'UA'],
    ['Europe/London', 'en', 'GB'],
    ['Europe/Moscow', 'ru', 'RU'],
    ['UTC', 'de-AT', 'AT'],
    ['UTC', 'en', ''],
    ['Etc/GMT+3', 'es-419', ''],
  ])('of the zone %p, else of the language %p, is %p', (timeZone, locale, country) => {
    expect(guessCountry(timeZone, locale)).toBe(country);
  });

  it('is one that exists, or none', () => {
    expect(['DE', 'CH', ''].map(checkCountry)).toEqual(['DE', 'CH', '']);
    for (const wrong of ['XX', 'DD', 'UK', 'de', 'Germany', 'ZZ']) expect(() => checkCountry(wrong)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'country' })] }));
  });
});
