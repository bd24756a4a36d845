import { useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Filter } from '@/lib/filter/filter.js';
import { readFilter, UNREADABLE } from '@/lib/filter/read-filter.js';
import { useChangeSearch } from '@/lib/remembered-search.js';

interface Address {
  filter?: unknown;
  sort?: string;
  peek?: string;
}

export interface ListAddress {
  filter: Filter | undefined;
  /** The address holds something else in the place of a filter. */
  isUnreadable: boolean;
  sort: string;
  peek: string | undefined;
  setFilter: (filter: Filter | undefined) => void;
  setSort: (sort: string) => void;
  /** No filter, the usual order. */
  reset: () => void;
  setPeek: (id: string | undefined) => void;
}

/** What a list shows is said by its address, so that a link shows a colleague the same. The usual sort stays out of it. */
export function useListAddress(usualSort: string): ListAddress {
  const search: Address = useSearch({ strict: false });
  const change = useChangeSearch();
  const filter = useMemo(() => readFilter(search.filter), [search.filter]);
  return {
    filter: filter === UNREADABLE ? undefined : filter,
    isUnreadable: filter === UNREADABLE,
    sort: search.sort ?? usualSort,
    peek: search.peek,
    setFilter: useCallback((filter) => change({ filter, peek: undefined }, { isChoice: true, replace: true }), [change]),
    setSort: useCallback((sort) => change({ sort: sort === usualSort ? undefined : sort }, { isChoice: true, replace: true }), [change, usualSort]),
    reset: useCallback(() => change({ filter: undefined, sort: undefined, peek: undefined }, { isChoice: true, replace: true }), [change]),
    setPeek: useCallback((peek) => change({ peek }, { replace: true }), [change]),
  };
}
