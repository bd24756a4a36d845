import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { Filter } from '@/lib/filter/filter.js';

export const dealQuery = (id: string) =>
  queryOptions({ queryKey: ['deal', 'detail', id], queryFn: ({ signal }) => api.get('/deals/{id}', { path: { id }, signal }) });

export const stageHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', 'stage-history', id],
    queryFn: async ({ signal }) => (await api.get('/deals/{id}/stage-history', { path: { id }, signal })).items,
  });

export function filterParameter(filter: Filter | undefined): { filter?: string } {
  return filter ? { filter: JSON.stringify(filter) } : {};
}
