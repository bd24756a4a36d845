import { infiniteQueryOptions } from '@tanstack/react-query';
import type { PanelRecord } from '@/components/record-panels.js';
import { api } from '@/lib/api/api-client.js';

const PAGE = 50;

const paths = { company: '/companies/{id}/timeline', contact: '/contacts/{id}/timeline', deal: '/deals/{id}/timeline' } as const;

export const timelineQuery = ({ kind, id }: Pick<PanelRecord, 'kind' | 'id'>) => infiniteQueryOptions({
  queryKey: ['timeline', kind, id],
  queryFn: ({ pageParam, signal }) => api.get(paths[kind], { path: { id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});
