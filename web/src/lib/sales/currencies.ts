import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';

export type Currencies = Schemas['Currencies'];
export type Money = Schemas['Money'];

export const currenciesQuery = queryOptions({
  queryKey: ['currencies'],
  queryFn: ({ signal }) => api.get('/settings/currencies', { signal }),
  staleTime: 5 * 60_000,
});

/** What a new amount may be in: the currency of the workspace first, then those with a rate. */
export function useCurrencyCodes(): string[] {
  const { data } = useQuery(currenciesQuery);
  return data ? currencyCodes(data) : ['EUR'];
}

export function currencyCodes({ defaultCurrency, rates }: Currencies): string[] {
  return [defaultCurrency, ...rates.map((rate) => rate.currency).filter((code) => code !== defaultCurrency)];
}

/** The worth of an amount in the currency of the workspace, near enough for a sum that the server is about to correct. Null without a rate. */
export function worthOf(money: Money, { defaultCurrency, rates }: Pick<Currencies, 'defaultCurrency' | 'rates'>): number | null {
  if (money.currency === defaultCurrency) return Number(money.amount);
  const rate = rates.find((known) => known.currency === money.currency);
  return rate ? Number(money.amount) * Number(rate.rate) : null;
}
