import currencies from 'country-to-currency';
import { isCurrency } from './currency.js';

const FALLBACK = 'EUR';

/** What people pay with in a country (ISO 3166-1); the euro where none is known. */
export function currencyOfCountry(country: string): string {
  const known = Object.entries(currencies).find(([code]) => code === country)?.[1];
  return known !== undefined && isCurrency(known) ? known : FALLBACK;
}
