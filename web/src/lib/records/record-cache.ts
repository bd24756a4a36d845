import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { RecordKind } from '@/lib/api/api-types.js';
import type { Versioned } from './versioned.js';

type Pages = InfiniteData<{ items: Versioned[] }>;

export function detailKey(kind: RecordKind, id: string) {
  return [kind, 'detail', id] as const;
}

/** Shows a record everywhere it is on the screen, before or after the server agrees. Returns the way back. */
export function showRecord(client: QueryClient, kind: RecordKind, id: string, change: object): () => void {
  const detail = detailKey(kind, id);
  const lists = client.getQueriesData<Pages>({ queryKey: [kind, 'list'] });
  const before = client.getQueryData(detail);
  client.setQueryData<object>(detail, (record) => record && { ...record, ...change });
  for (const [key, data] of lists) {
    if (data && 'pages' in data) client.setQueryData<Pages>(key, inPages(data, id, change));
  }
  return () => {
    client.setQueryData(detail, before);
    lists.forEach(([key, data]) => client.setQueryData(key, data));
  };
}

/** What may look different after a change to a record of this kind. */
export function refreshAround(client: QueryClient, kind: RecordKind): void {
  const touched = new Set<string>([kind, 'timeline', 'bin', 'board', 'options']);
  void client.invalidateQueries({ predicate: ({ queryKey }) => touched.has(String(queryKey[0])) || isMyDay(queryKey) });
}

/** It shows tasks and deals. */
export function isMyDay(queryKey: readonly unknown[]): boolean {
  return queryKey[1] === 'my-day';
}

function inPages(data: Pages, id: string, change: object): Pages {
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((row) => (row.id === id ? { ...row, ...change } : row)) })) };
}
