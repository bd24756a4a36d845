import type { Filter } from '@/lib/filter/filter.js';

/** What the address of a page may say, so that a link shows the same thing to a colleague. */
export interface ListSearch {
  filter?: Filter;
  /** "name", "-createdAt". */
  sort?: string;
  /** Table or board. */
  view?: string;
  /** The record in the side panel. */
  peek?: string;
  tab?: string;
  pipeline?: string;
  kind?: string;
}

const texts = ['sort', 'view', 'peek', 'tab', 'pipeline', 'kind'] as const;

export function listSearch(search: Record<string, unknown>): ListSearch {
  const known: ListSearch = {};
  for (const name of texts) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') known[name] = value;
  }
  if (typeof search['filter'] === 'object' && search['filter'] !== null) known.filter = search['filter'] as Filter;
  return known;
}
