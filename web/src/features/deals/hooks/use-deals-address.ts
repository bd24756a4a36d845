import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Filter } from '@/lib/filter/filter.js';
import { readFilter, UNREADABLE } from '@/lib/filter/read-filter.js';
import { useChangeSearch } from '@/lib/remembered-search.js';

export type DealsView = 'board' | 'table';
export const ALL_PIPELINES = 'all';

interface Address {
  view?: string;
  pipeline?: string;
  filter?: unknown;
}

/** Board or table, which pipeline, which filter: said by the address, so that a link shows a colleague the same. */
export function useDealsAddress() {
  const { view, pipeline, filter: given }: Address = useSearch({ strict: false });
  const filter = useMemo(() => readFilter(given), [given]);
  const changeSearch = useChangeSearch();
  const change = (part: Partial<Record<keyof Address, unknown>>) => changeSearch(part, { isChoice: true });
  const shown: DealsView = view === 'table' ? 'table' : 'board';
  return {
    view: shown,
    pipeline,
    filter: filter === UNREADABLE ? undefined : filter,
    isUnreadable: filter === UNREADABLE,
    setView: (next: DealsView) => change({ view: next === 'board' ? undefined : next, ...(next === 'board' && pipeline === ALL_PIPELINES ? { pipeline: undefined } : {}) }),
    setPipeline: (id: string) => change({ pipeline: id }),
    setFilter: (next: Filter | undefined) => change({ filter: next }),
  };
}
