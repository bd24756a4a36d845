import { api } from '@/lib/api/api-client.js';
import type { Written } from '@/lib/api/api-types.js';
import type { Deal } from '@/features/deals/deal.js';

export const dealActs = {
  remove: (id: string): Promise<Written<void>> => api.delete('/deals/{id}', { path: { id } }),
  restore: (id: string): Promise<Written<Deal>> => api.post('/deals/{id}/restore', { path: { id } }),
};
