import { api } from '@/lib/api/api-client.js';
import type { Written } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { currenciesQuery, type Currencies } from '@/lib/sales/currencies.js';

/** The sums of every board follow. */
export async function saveCurrencies(body: Currencies): Promise<Written<Currencies>> {
  try {
    const written = await api.put('/settings/currencies', { body });
    queryClient.setQueryData(currenciesQuery.queryKey, written.data);
    return written;
  } finally {
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'deal' || queryKey[0] === currenciesQuery.queryKey[0] });
  }
}
