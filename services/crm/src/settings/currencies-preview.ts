import { convertTotals, type CurrencyTotal, type RateTable, toSteps } from '../money/rates.js';
import type { Money } from '../money/money.js';
import { type Currencies, type CurrenciesChoice, formerRates, rateTable } from './currencies.js';

/** The deals of a workspace in one currency, as the rollup counts them. */
export interface WorthRow {
  closed: boolean;
  currency: string;
  /** '' for deals without a frozen rate. */
  frozenTo: string;
  count: number;
  /** Minor units; `frozen` times the rates that they keep. */
  amount: string;
  frozen: string;
}

export interface WorthChange {
  count: number;
  before: Money;
  after: Money;
  /** Currencies without a rate, left out of the sums. */
  missingBefore: string[];
  missingAfter: string[];
}

export interface CurrenciesPreview {
  currencies: Currencies;
  open: WorthChange;
  closed: WorthChange;
}

/** What deals are worth before and after a choice of currencies is saved. */
export function previewOf(current: Currencies, choice: CurrenciesChoice, rows: readonly WorthRow[]): CurrenciesPreview {
  const wanted: Currencies = { ...choice, formerRates: formerRates(current, choice), version: current.version };
  const [before, after] = [rateTable(current), rateTable(wanted)];
  const changeOf = (closed: boolean): WorthChange => compare(rows.filter((row) => row.closed === closed), before, after);
  return { currencies: wanted, open: changeOf(false), closed: changeOf(true) };
}

function compare(rows: readonly WorthRow[], before: RateTable, after: RateTable): WorthChange {
  const totals = rows.filter(({ currency, count }) => currency !== '' && count > 0).map(toTotal);
  const [was, becomes] = [convertTotals(totals, before), convertTotals(totals, after)];
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    before: { minor: was.minor, currency: before.to },
    after: { minor: becomes.minor, currency: after.to },
    missingBefore: was.missing,
    missingAfter: becomes.missing,
  };
}

function toTotal({ currency, frozenTo, amount, frozen }: WorthRow): CurrencyTotal {
  return frozenTo === '' ? { currency, frozenTo: null, sum: toSteps(amount), sumTimesPercent: 0n } : { currency, frozenTo, sum: toSteps(frozen), sumTimesPercent: 0n };
}
