import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import type { RecordKind, Schemas, Written } from '@/lib/api/api-types.js';

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

/** What would go for good; asked anew each time that somebody is about to. */
export const purgeQuery = (record: Schemas['RecordRef'] | null) => queryOptions({
  queryKey: ['bin', 'purge', record?.id],
  queryFn: record ? ({ signal }) => api.get('/bin/{kind}/{id}', { path: { kind: record.kind, id: record.id }, signal }) : skipToken,
  gcTime: 0,
});

export function purgeRecord({ record: { kind, id }, version }: Schemas['PurgePreview']) {
  return api.post('/bin/{kind}/{id}/purge', { path: { kind, id }, body: { version } });
}
