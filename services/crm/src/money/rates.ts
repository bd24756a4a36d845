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

/** A rate turned round or chained, with so many digits that count: as rates are published. */
const SIGNIFICANT_DIGITS = 5;
const STEPS = 10n ** BigInt(RATE_DIGITS);

/** What one unit of `from` is worth in `to`, when both are worth so much in a third currency. Rounded as rates are published, never to nothing. */
export function crossRate(from: Rate, to: Rate): Rate {
  const exact = divideRounded(from.units * STEPS, to.units);
  const cut = 10n ** BigInt(Math.max(0, exact.toString().length - SIGNIFICANT_DIGITS));
  const units = divideRounded(exact, cut) * cut;
  return { units: units > 0n ? units : 1n };
}

/** A rate and the one after it. */
export function chainRates(first: Rate, second: Rate): Rate {
  const units = divideRounded(first.units * second.units, STEPS);
  return { units: units > 0n ? units : 1n };
}

export const ONE: Rate = { units: STEPS };

/** Rates to one currency, by the code of the other. */
export interface RateTable {
  to: string;
  rates: ReadonlyMap<string, Rate>;
  /** For currencies that the workspace had before: rates of the change, for what was frozen in them. */
  former: ReadonlyMap<string, Rate>;
}

/** What belongs to one currency in a sum. All numbers are in steps of 10^-10, so that they are exact. */
export interface CurrencyTotal {
  /** Of the amounts. */
  currency: string;
  /** The currency that frozen rates have led to; null: nothing is frozen, the rates of today count. */
  frozenTo: string | null;
  /** Minor units; of frozen ones times their rates. */
  sum: bigint;
  /** The same times the probability in percent. */
  sumTimesPercent: bigint;
}

export interface ConvertedTotal {
  minor: bigint;
  weightedMinor: bigint;
  /** Currencies without a rate, left out of both sums; sorted. */
  missing: string[];
}

/** Adds totals of several currencies up in one. Exact until the end, where each sum is rounded once, half away from zero. */
export function convertTotals(totals: readonly CurrencyTotal[], { to, rates, former }: RateTable): ConvertedTotal {
  const toDigits = currencyDigits(to);
  const missing = new Set<string>();
  let [minor, weighted] = [0n, 0n];
  for (const { currency, frozenTo, sum, sumTimesPercent } of totals) {
    const from = frozenTo ?? currency;
    const rate = from === to ? ONE : (frozenTo === null ? rates : former).get(from);
    if (!rate) {
      missing.add(from);
      continue;
    }
    // Both digits are 0 to 4, so that SHIFT keeps the exponent from being negative.
    const factor = rate.units * 10n ** BigInt(SHIFT + toDigits - currencyDigits(currency));
    minor += sum * factor;
    weighted += sumTimesPercent * factor;
  }
  return { minor: divideRounded(minor, SCALE), weightedMinor: divideRounded(weighted, SCALE * 100n), missing: [...missing].sort() };
}

/** Decimal text, negative ones too, in steps of 10^-10. What is finer does not come from rates. */
export function toSteps(text: string): bigint {
  const [units = '0', fraction = ''] = text.split('.');
  return BigInt(units + fraction.slice(0, RATE_DIGITS).padEnd(RATE_DIGITS, '0'));
}

const SHIFT = 4;
const SCALE = STEPS * STEPS * 10n ** BigInt(SHIFT);

export function divideRounded(value: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return value < 0n ? -((-value + half) / divisor) : (value + half) / divisor;
}
