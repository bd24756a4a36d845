import { currencyDigits } from './currency.js';

/** A decimal number that is exact: `units` in steps of 10^-10. */
export interface Rate {
  units: bigint;
}

/** Digits behind the point that a rate may have. */
export const RATE_DIGITS = 10;
const RATE = /^(\d{1,9})(?:\.(\d{1,10}))?$/;

/** Reads decimal text such as "1.0843"; undefined for anything that is not a positive rate. */
export function parseRate(text: string): Rate | undefined {
  const match = RATE.exec(text);
  if (!match) return undefined;
  const units = BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(RATE_DIGITS, '0'));
  return units > 0n ? { units } : undefined;
}

/** Decimal text without zeros at its end. */
export function formatRate({ units }: Rate): string {
  const text = units.toString().padStart(RATE_DIGITS + 1, '0');
  const fraction = text.slice(-RATE_DIGITS).replace(/0+$/, '');
  return fraction ? `${text.slice(0, -RATE_DIGITS)}.${fraction}` : text.slice(0, -RATE_DIGITS);
}

/** Rates to one currency, by the code of the other. */
export interface RateTable {
  to: string;
  rates: ReadonlyMap<string, Rate>;
}

/** What belongs to one currency in a sum: its amounts, and its amounts times their probability in percent. */
export interface CurrencyTotal {
  currency: string;
  minor: bigint;
  minorTimesPercent: bigint;
}

export interface ConvertedTotal {
  minor: bigint;
  weightedMinor: bigint;
  /** Currencies without a rate, left out of both sums; sorted. */
  missing: string[];
}

/** Adds totals of several currencies up in one. Exact until the end, where each sum is rounded once, half away from zero. */
export function convertTotals(totals: readonly CurrencyTotal[], { to, rates }: RateTable): ConvertedTotal {
  const toDigits = currencyDigits(to);
  const missing = new Set<string>();
  let [sum, weighted] = [0n, 0n];
  for (const { currency, minor, minorTimesPercent } of totals) {
    const rate = currency === to ? ONE : rates.get(currency);
    if (!rate) {
      missing.add(currency);
      continue;
    }
    // Both digits are 0 to 4, so that SHIFT keeps the exponent from being negative.
    const factor = rate.units * 10n ** BigInt(SHIFT + toDigits - currencyDigits(currency));
    sum += minor * factor;
    weighted += minorTimesPercent * factor;
  }
  return { minor: divideRounded(sum, SCALE), weightedMinor: divideRounded(weighted, SCALE * 100n), missing: [...missing].sort() };
}

const SHIFT = 4;
const SCALE = 10n ** BigInt(RATE_DIGITS + SHIFT);
const ONE: Rate = { units: 10n ** BigInt(RATE_DIGITS) };

function divideRounded(value: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return value < 0n ? -((-value + half) / divisor) : (value + half) / divisor;
}
