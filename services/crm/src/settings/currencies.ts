import { DomainError, type FieldViolation } from '@crm-vision/common/errors';
import { isCurrency } from '../money/currency.js';
import { formatRate, parseRate, type RateTable } from '../money/rates.js';

/** The currency of sums and what others are worth in it, as decimal text by code. */
export interface Currencies {
  defaultCurrency: string;
  rates: Readonly<Record<string, string>>;
  version: number;
}

export interface RateDraft {
  currency: string;
  rate: string;
}

const RATES_MAX = 200;

class UnknownCurrencyError extends DomainError {
  constructor(fields: readonly FieldViolation[]) {
    super('invalid', 'UNKNOWN_CURRENCY', 'A currency is not one of ISO 4217.', { fields });
  }
}

class RateOutOfRangeError extends DomainError {
  constructor(fields: readonly FieldViolation[]) {
    super('invalid', 'RATE_OUT_OF_RANGE', 'A rate is a decimal number above zero with at most 9 digits before and 10 behind the point, one for each currency.', { fields });
  }
}

/** Reads rates; the workspace's own currency needs none. */
export function checkCurrencies(defaultCurrency: string, drafts: readonly RateDraft[]): Omit<Currencies, 'version'> {
  const unknown = [
    ...(isCurrency(defaultCurrency) ? [] : [violation('defaultCurrency', 'UNKNOWN_CURRENCY', 'Must be a currency of ISO 4217.')]),
    ...drafts.flatMap(({ currency }, index) => (isCurrency(currency) ? [] : [violation(`rates[${index}].currency`, 'UNKNOWN_CURRENCY', 'Must be a currency of ISO 4217.')])),
  ];
  if (unknown.length > 0) throw new UnknownCurrencyError(unknown);
  if (drafts.length > RATES_MAX) throw new RateOutOfRangeError([violation('rates', 'TOO_LONG', `May have ${RATES_MAX} rates at most.`)]);
  const wrong: FieldViolation[] = [];
  const rates = new Map<string, string>();
  drafts.forEach(({ currency, rate: text }, index) => {
    const rate = parseRate(text);
    if (!rate) wrong.push(violation(`rates[${index}].rate`, 'RATE_OUT_OF_RANGE', 'Must be above zero, with at most 9 digits before and 10 behind the point.'));
    else if (rates.has(currency)) wrong.push(violation(`rates[${index}].currency`, 'REPEATED', 'Has a rate already.'));
    else rates.set(currency, formatRate(rate));
  });
  if (wrong.length > 0) throw new RateOutOfRangeError(wrong);
  rates.delete(defaultCurrency);
  return { defaultCurrency, rates: Object.fromEntries([...rates].sort(([a], [b]) => a.localeCompare(b))) };
}

export function rateTable({ defaultCurrency, rates }: Pick<Currencies, 'defaultCurrency' | 'rates'>): RateTable {
  return { to: defaultCurrency, rates: new Map(Object.entries(rates).flatMap(([currency, text]) => {
    const rate = parseRate(text);
    return rate ? [[currency, rate] as const] : [];
  })) };
}

function violation(field: string, code: string, message: string): FieldViolation {
  return { field, code, message };
}
