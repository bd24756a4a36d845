import { parseAmount, showAmount } from '@/lib/money-text.js';

const DIGITS = 10;

/** "1,0843" in German, "1.0843" in English -> "1.0843". Null when it is no rate above zero. */
export function parseRate(text: string): string | null {
  const parsed = parseAmount(text, DIGITS);
  if (parsed === null || !(Number(parsed) > 0)) return null;
  return parsed.replace(/\.?0+$/, '');
}

export function showRate(rate: string): string {
  return showAmount(rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate);
}
