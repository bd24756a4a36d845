import { describe, expect, it } from '@jest/globals';
import { currencyOfCountry } from './currency-of-country.js';

describe('the currency of a country', () => {
  it.each([['US', 'USD'], ['DE', 'EUR'], ['GB', 'GBP'], ['NZ', 'NZD'], ['CH', 'CHF'], ['BG', 'EUR'], ['JP', 'JPY'], ['IN', 'INR'], ['', 'EUR'], ['XX', 'EUR'], ['constructor', 'EUR'], ['AN', 'EUR']])(
    'of %j is %s', (country, currency) => expect(currencyOfCountry(country)).toBe(currency));
});
