import { queryOptions } from '@tanstack/react-query';
import type { ListQuery } from '@/components/data-table/use-list-pages.js';
import { api } from '@/lib/api/api-client.js';
import type { InputOf } from '@/lib/api/api-types.js';
import { detailKey } from '@/lib/records/record-cache.js';
import type { Patch } from '@/lib/records/versioned.js';

export type CreateBody = InputOf<'post', '/companies'>['body'];

export const companyQuery = (id: string) => queryOptions({
  queryKey: detailKey('company', id),
  queryFn: ({ signal }) => api.get('/companies/{id}', { path: { id }, signal }),
});

export const fetchCompanies = (query: ListQuery, signal: AbortSignal) => api.get('/companies', { query, signal });
export const createCompany = (body: CreateBody, idempotencyKey: string) => api.post('/companies', { body, idempotencyKey });
export const updateCompany = (id: string, version: number, patch: Patch) => api.patch('/companies/{id}', { path: { id }, body: { ...patch, version } });

export const companyCalls = {
  remove: (id: string) => api.delete('/companies/{id}', { path: { id } }),
  restore: (id: string) => api.post('/companies/{id}/restore', { path: { id } }),
};

export const companyBulk = {
  remove: (ids: string[]) => api.post('/companies/bulk-delete', { body: { ids } }),
  assign: (ids: string[], ownerId: string | null) => api.post('/companies/bulk-assign', { body: { ids, ownerId } }),
};

export const duplicatesQuery = ({ name, domain }: { name: string; domain: string }) => queryOptions({
  queryKey: ['company', 'duplicates', name, domain],
  queryFn: async ({ signal }) => (await api.get('/companies/duplicates', { query: { ...(name ? { name } : {}), ...(domain ? { domain } : {}) }, signal })).items,
  enabled: name !== '' || domain !== '',
});
