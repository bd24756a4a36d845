import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import { detailKey } from './record-cache.js';

export const contactQuery = (id: string) => queryOptions({
  queryKey: detailKey('contact', id),
  queryFn: ({ signal }) => api.get('/contacts/{id}', { path: { id }, signal }),
});

const MOST_OF_A_COMPANY = 200;

export const contactsOfCompanyQuery = (companyId: string) => queryOptions({
  queryKey: ['contact', 'of-company', companyId],
  queryFn: ({ signal }) => {
    const filter = JSON.stringify({ field: 'companyId', op: 'eq', value: companyId });
    return api.get('/contacts', { query: { limit: MOST_OF_A_COMPANY, sort: 'name', filter }, signal });
  },
});
