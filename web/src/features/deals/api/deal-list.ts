import type { BulkCalls } from '@/components/data-table/use-bulk.js';
import type { FetchPage } from '@/components/data-table/use-list-pages.js';
import { api } from '@/lib/api/api-client.js';
import type { Deal } from '@/features/deals/deal.js';

export const fetchDeals: FetchPage<Deal> = (query, signal) => api.get('/deals', { query, signal });

export const bulkDeals: BulkCalls = {
  remove: (ids) => api.post('/deals/bulk-delete', { body: { ids } }),
  assign: (ids, ownerId) => api.post('/deals/bulk-assign', { body: { ids, ownerId } }),
};
