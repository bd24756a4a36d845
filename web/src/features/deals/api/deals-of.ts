import { infiniteQueryOptions } from '@tanstack/react-query';
import type { PanelRecord } from '@/components/record-panels.js';
import { api } from '@/lib/api/api-client.js';

const PAGE = 50;
const fields = { company: 'companyId', contact: 'contactId', deal: 'id' } as const;

/** The deals that belong to a record, the ones changed last first. */
export function dealsOfQuery({ kind, id }: PanelRecord) {
  const filter = { field: fields[kind], op: 'eq', value: id };
  return infiniteQueryOptions({
    queryKey: ['deal', 'list', { of: id }],
    queryFn: ({ pageParam, signal }) => api.get('/deals', { query: { limit: PAGE, sort: '-updatedAt', filter: JSON.stringify(filter), ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}
