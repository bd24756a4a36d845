import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { currenciesQuery } from '@/lib/sales/currencies.js';

export type CurrenciesPreview = Schemas['CurrenciesPreview'];
type Rates = CurrenciesPreview['currencies']['rates'];

export interface CurrenciesChoice {
  defaultCurrency: string;
  rates: Rates;
  /** The rates lead to the currency that the workspace has now. */
  convertRates?: boolean;
}

/** What would change; nothing is saved. */
export async function previewCurrencies(body: CurrenciesChoice, signal?: AbortSignal): Promise<CurrenciesPreview> {
  const { data } = await api.post('/settings/currencies/preview', { body, ...(signal && { signal }) });
  return data;
}

export const previewQuery = (choice: CurrenciesChoice) => queryOptions({
  queryKey: [currenciesQuery.queryKey[0], 'preview', choice],
  queryFn: ({ signal }) => previewCurrencies(choice, signal),
  staleTime: 0,
});
