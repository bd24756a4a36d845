import { api } from '@/lib/api/api-client.js';
import type { Written } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { currenciesQuery, type Currencies } from '@/lib/sales/currencies.js';

type Saved = Omit<Currencies, 'known'>;

/** The sums of every board follow. */
export async function saveCurrencies(body: Saved): Promise<Written<Saved>> {
  try {
    const written = await api.put('/settings/currencies', { body });
    queryClient.setQueryData(currenciesQuery.queryKey, (before) => before && { ...before, ...written.data });
    return written;
  } finally {
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'deal' || queryKey[0] === currenciesQuery.queryKey[0] });
  }
}
