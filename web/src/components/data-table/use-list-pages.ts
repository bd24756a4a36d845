import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RecordKind } from '@/lib/api/api-types.js';
import type { Filter } from '@/lib/filter/filter.js';
import type { ListRow } from './list-column.js';

export interface ListQuery {
  limit: number;
  sort: string;
  filter?: string;
  cursor?: string;
  count?: 'true';
}

export interface ListPage<T> {
  items: T[];
  nextCursor: string | null;
  count?: { value: number; exact: boolean } | undefined;
}

export type FetchPage<T> = (query: ListQuery, signal: AbortSignal) => Promise<ListPage<T>>;

const PAGE = 100;
const none: never[] = [];

/** The pages of a list, fetched as they are scrolled to. The first one also counts. */
export function useListPages<T extends ListRow>(kind: RecordKind, fetchPage: FetchPage<T>, { sort, filter }: { sort: string; filter: Filter | undefined }) {
  const query = useInfiniteQuery({
    queryKey: [kind, 'list', { sort, filter }],
    queryFn: ({ pageParam, signal }) =>
      fetchPage({ limit: PAGE, sort, ...(filter ? { filter: JSON.stringify(filter) } : {}), ...(pageParam ? { cursor: pageParam } : { count: 'true' as const }) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => (pages ? uniqueRows(pages.flatMap((page) => page.items)) : none), [pages]);
  return { ...query, rows, count: pages?.[0]?.count };
}

export type ListPages<T extends ListRow> = ReturnType<typeof useListPages<T>>;

/** A record whose sorted value changes between two pages can be in both. */
function uniqueRows<T extends ListRow>(rows: T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
