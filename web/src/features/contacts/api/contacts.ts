import { queryOptions } from '@tanstack/react-query';
import type { ListQuery } from '@/components/data-table/use-list-pages.js';
import { api } from '@/lib/api/api-client.js';
import type { InputOf } from '@/lib/api/api-types.js';
import type { Patch } from '@/lib/records/versioned.js';

export type CreateBody = InputOf<'post', '/contacts'>['body'];

export const fetchContacts = (query: ListQuery, signal: AbortSignal) => api.get('/contacts', { query, signal });
export const createContact = (body: CreateBody, idempotencyKey: string) => api.post('/contacts', { body, idempotencyKey });
export const updateContact = (id: string, version: number, patch: Patch) => api.patch('/contacts/{id}', { path: { id }, body: { ...patch, version } });

export const contactCalls = {
  remove: (id: string) => api.delete('/contacts/{id}', { path: { id } }),
  restore: (id: string) => api.post('/contacts/{id}/restore', { path: { id } }),
};

export const contactBulk = {
  remove: (ids: string[]) => api.post('/contacts/bulk-delete', { body: { ids } }),
  assign: (ids: string[], ownerId: string | null) => api.post('/contacts/bulk-assign', { body: { ids, ownerId } }),
};

/** What may tell that a contact is known already. */
export type Typed = Record<'email' | 'phone' | 'name' | 'companyId', string>;

export const duplicatesQuery = (typed: Typed) => queryOptions({
  queryKey: ['contact', 'duplicates', typed],
  queryFn: async ({ signal }) => (await api.get('/contacts/duplicates', { query: filledOnly(typed), signal })).items,
  enabled: typed.email !== '' || typed.phone !== '' || typed.name !== '',
});

function filledOnly<T extends Record<string, string>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<T>;
}
