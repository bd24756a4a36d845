import { api } from '@/lib/api/api-client.js';
import type { Written } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { isMyDay } from '@/lib/records/record-cache.js';
import type { Deal } from '@/features/deals/deal.js';
import { toBody, type DealValues } from '@/features/deals/new-deal.js';

export async function createDeal(values: DealValues, idempotencyKey: string): Promise<Written<Deal>> {
  const written = await api.post('/deals', { body: toBody(values), idempotencyKey });
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['deal', 'timeline', 'company', 'contact'].includes(String(queryKey[0])) || isMyDay(queryKey) });
  return written;
}
