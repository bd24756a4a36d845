import i18next from 'i18next';
import { numberSigns, withOwnSigns } from '@/lib/formats/number-signs.js';

/** "1.234,50" or "1 234,5" in German, "1,234.50" in English -> "1234.50". Null when it is no amount. */
export function parseAmount(text: string, digits: number): string | null {
  const decimal = decimalSign();
  const group = decimal === ',' ? '.' : ',';
  let plain = text.replace(/[\s\u00a0\u202f'’]/g, '');
  // A lone sign of the other notation with one or two digits behind it is meant as the decimal sign.
  const lone = new RegExp(`^-?\\d+\\${group}\\d{1,2}$`);
  plain = lone.test(plain) ? plain.replace(group, '.') : plain.replaceAll(group, '').replace(decimal, '.');
  if (!/^-?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return null;
  return withDigits(plain, digits);
}

/** "1234.50" -> "1.234,50" in German. */
export function showAmount(amount: string | null | undefined): string {
  if (!amount) return '';
  const digits = amount.split('.')[1]?.length ?? 0;
  // A decimal string keeps its precision; the type only knows numbers.
  return withOwnSigns(new Intl.NumberFormat(i18next.language || 'en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).formatToParts(amount as unknown as number));
}

function withDigits(plain: string, digits: number): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const sign = whole.startsWith('-') ? '-' : '';
  const units = whole.replace('-', '').replace(/^0+(?=\d)/, '') || '0';
  return digits === 0 ? `${sign}${units}` : `${sign}${units}.${fraction.slice(0, digits).padEnd(digits, '0')}`;
}

function decimalSign(): string {
  return numberSigns().decimal;
}
