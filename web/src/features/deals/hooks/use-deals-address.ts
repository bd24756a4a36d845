import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Filter } from '@/lib/filter/filter.js';

export type DealsView = 'board' | 'table';
export const ALL_PIPELINES = 'all';

interface Address {
  view?: string;
  pipeline?: string;
  filter?: Filter;
}

/** Board or table, which pipeline, which filter: said by the address, so that a link shows a colleague the same. */
export function useDealsAddress() {
  const { view, pipeline, filter }: Address = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (part: Partial<Record<keyof Address, unknown>>) =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, ...part })) as never, resetScroll: false });
  const shown: DealsView = view === 'table' ? 'table' : 'board';
  return {
    view: shown,
    pipeline,
    filter,
    setView: (next: DealsView) => change({ view: next === 'board' ? undefined : next, ...(next === 'board' && pipeline === ALL_PIPELINES ? { pipeline: undefined } : {}) }),
    setPipeline: (id: string) => change({ pipeline: id }),
    setFilter: (next: Filter | undefined) => change({ filter: next }),
  };
}
