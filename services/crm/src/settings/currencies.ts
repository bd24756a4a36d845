import { DomainError, type FieldViolation } from '@crm-vision/common/errors';
import { isCurrency } from '../money/currency.js';
import { chainRates, crossRate, formatRate, ONE, parseRate, type Rate, type RateTable } from '../money/rates.js';

/** The currency of sums and what others are worth in it, as decimal text by code. */
export interface Currencies {
  defaultCurrency: string;
  rates: Readonly<Record<string, string>>;
  /**
   * For each currency that the workspace had before: what one unit of it counts as since the change, by the rates of the change. What closed in it is converted
   * so, however rates are edited later. Null: no rate was known yet; the first one that becomes known stays.
   */
  formerRates: Readonly<Record<string, string | null>>;
  version: number;
}

/** What a person decides: the rest follows from what was. */
export type CurrenciesChoice = Pick<Currencies, 'defaultCurrency' | 'rates'>;

export interface RateDraft {
  currency: string;
  rate: string;
}

export interface CurrenciesDraft {
  defaultCurrency: string;
  /** Null: those that are known. */
  rates: readonly RateDraft[] | null;
  /** The rates lead to the currency that the workspace has now. */
  convert: boolean;
}

const RATES_MAX = 200;
const OWN_RATE = 'One unit of the own currency is worth one. Rates lead to the new currency of the workspace; left out altogether, those that are known are converted.';

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

/** Reads rates; the workspace's own currency needs none, and has no other than 1. */
export function checkCurrencies(defaultCurrency: string, drafts: readonly RateDraft[]): CurrenciesChoice {
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
    else if (currency === defaultCurrency && rate.units !== ONE.units) wrong.push(violation(`rates[${index}].rate`, 'RATE_OUT_OF_RANGE', OWN_RATE));
    else rates.set(currency, formatRate(rate));
  });
  if (wrong.length > 0) throw new RateOutOfRangeError(wrong);
  rates.delete(defaultCurrency);
  return { defaultCurrency, rates: Object.fromEntries([...rates].sort(([a], [b]) => a.localeCompare(b))) };
}

/** What somebody wants, with rates that lead to the currency that they want. */
export function choose(current: CurrenciesChoice, { defaultCurrency, rates, convert }: CurrenciesDraft): CurrenciesChoice {
  if (rates && !convert) return checkCurrencies(defaultCurrency, rates);
  checkCurrencies(defaultCurrency, []);
  return convertRates(rates ? checkCurrencies(current.defaultCurrency, rates) : current, defaultCurrency);
}

/** Rates as they read in another currency, by the rate that it has among them; without one nothing can be said. */
export function convertRates({ defaultCurrency, rates }: CurrenciesChoice, to: string): CurrenciesChoice {
  if (to === defaultCurrency) return { defaultCurrency, rates };
  const own = readRates(rates).get(to);
  if (!own) return { defaultCurrency: to, rates: {} };
  const others = [...readRates(rates)].filter(([currency]) => currency !== to);
  const converted = [[defaultCurrency, ONE] as const, ...others].map(([currency, rate]) => [currency, formatRate(crossRate(rate, own))] as const);
  // What leaves the range of rates cannot be kept.
  return { defaultCurrency: to, rates: Object.fromEntries(converted.filter(([, text]) => parseRate(text)).sort(([a], [b]) => a.localeCompare(b))) };
}

/** What closed in former currencies stays what it is: a change of the workspace's currency adds one link, a rate that is edited later adds none. */
export function formerRates(before: Omit<Currencies, 'version'>, { defaultCurrency, rates }: CurrenciesChoice): Currencies['formerRates'] {
  const known = readRates(rates);
  const former = new Map(Object.entries(before.formerRates));
  if (defaultCurrency !== before.defaultCurrency) {
    const change = known.get(before.defaultCurrency);
    for (const [currency, text] of former) {
      const rate = text === null ? undefined : parseRate(text);
      former.set(currency, rate && change ? formatRate(chainRates(rate, change)) : null);
    }
    former.set(before.defaultCurrency, null);
    former.delete(defaultCurrency);
  }
  const firstKnown = (currency: string): string | null => (known.has(currency) ? formatRate(known.get(currency)!) : null);
  return Object.fromEntries([...former].map(([currency, text]) => [currency, text ?? firstKnown(currency)]));
}

export function rateTable({ defaultCurrency, rates, formerRates: former }: Omit<Currencies, 'version'>): RateTable {
  return { to: defaultCurrency, rates: readRates(rates), former: readRates(former) };
}

function readRates(texts: Readonly<Record<string, string | null>>): Map<string, Rate> {
  return new Map(Object.entries(texts).flatMap(([currency, text]) => {
    const rate = text === null ? undefined : parseRate(text);
    return rate ? [[currency, rate] as const] : [];
  }));
}

function violation(field: string, code: string, message: string): FieldViolation {
  return { field, code, message };
}
