import { currencyDigits } from './currency.js';
import { InvalidAmountError } from './money.errors.js';
import { divideRounded } from './rates.js';

/** An amount in the smallest unit of its currency, so that it is exact. */
export interface Money {
  minor: bigint;
  currency: string;
}

/** 12 digits before the point: more than any deal, and a column of a hundred thousand such deals still fits a bigint in cents. */
const MAX_UNITS = 10n ** 12n;
const DECIMAL = /^(\d{1,15})(?:\.(\d{1,4}))?$/;

/** Reads decimal text. More digits than the currency has are wrong, fewer are filled up. `field` names the money in the error. */
export function parseMoney(amount: string, currency: string, field: string): Money {
  const digits = currencyDigits(currency, `${field}.currency`);
  const match = DECIMAL.exec(amount);
  if (!match) throw new InvalidAmountError(`${field}.amount`, 'Must be a decimal number that is not negative, such as "1234.50".');
  const [, units = '', fraction = ''] = match;
  if (fraction.length > digits) throw new InvalidAmountError(`${field}.amount`, `May have ${digits} digits after the point: ${currency} has no smaller unit.`);
  if (BigInt(units) >= MAX_UNITS) throw new InvalidAmountError(`${field}.amount`, 'May have 12 digits before the point at most.');
  return { minor: BigInt(units + fraction.padEnd(digits, '0')), currency };
}

/** Decimal text with exactly the digits of the currency. */
export function formatMinor(minor: bigint, currency: string): string {
  const digits = currencyDigits(currency);
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** How `deal.worth` is kept: ten-thousandths of the workspace's currency, since no currency has a smaller unit. */
const WORTH_DIGITS = 4;

/** From a kept worth, rounded to what the currency has. */
export function worthMoney(worth: string, currency: string): Money {
  return { minor: divideRounded(BigInt(worth), 10n ** BigInt(WORTH_DIGITS - currencyDigits(currency))), currency };
}
