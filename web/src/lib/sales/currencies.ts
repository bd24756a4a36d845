import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';

export type Currencies = Schemas['KnownCurrencies'];
export type Rates = Pick<Currencies, 'defaultCurrency' | 'rates'>;
export type Money = Schemas['Money'];

export const currenciesQuery = queryOptions({
  queryKey: ['currencies'],
  queryFn: ({ signal }) => api.get('/settings/currencies', { signal }),
  staleTime: 5 * 60_000,
});

/** Undefined as long as they are on their way. */
export function useCurrencies(): Currencies | undefined {
  return useQuery(currenciesQuery).data;
}

/** What a new amount is offered in: the currency of the workspace first, then those with a rate. */
export function currencyCodes({ defaultCurrency, rates }: Rates): string[] {
  return [defaultCurrency, ...rates.map((rate) => rate.currency).filter((code) => code !== defaultCurrency)];
}

/** As many digits as the currency of the workspace, or one that has a rate, has behind the point. */
export function finestDigits(currencies: Currencies): number {
  const codes = currencyCodes(currencies);
  return Math.max(...currencies.known.filter(({ currency }) => codes.includes(currency)).map(({ digits }) => digits));
}

/** The worth of an amount in the currency of the workspace, near enough for a sum that the server is about to correct. Null without a rate. */
export function worthOf(money: Money, { defaultCurrency, rates }: Rates): number | null {
  if (money.currency === defaultCurrency) return Number(money.amount);
  const rate = rates.find((known) => known.currency === money.currency);
  return rate ? Number(money.amount) * Number(rate.rate) : null;
}
