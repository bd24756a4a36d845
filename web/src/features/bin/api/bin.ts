import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { RecordKind, Written } from '@/lib/api/api-types.js';

const PAGE = 50;

export const binQuery = (kind: RecordKind | undefined) => infiniteQueryOptions({
  queryKey: ['bin', kind ?? 'all'],
  queryFn: ({ pageParam, signal }) => api.get('/bin', { query: { limit: PAGE, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

const restorePaths = {
  company: '/companies/{id}/restore', contact: '/contacts/{id}/restore', deal: '/deals/{id}/restore',
  task: '/tasks/{id}/restore', note: '/notes/{id}/restore', pipeline: '/pipelines/{id}/restore',
} as const;

export function restoreRecord(kind: RecordKind, id: string): Promise<Written<unknown>> {
  return api.post(restorePaths[kind], { path: { id } });
}
