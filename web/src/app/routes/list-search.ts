/** What the address of a page may say, so that a link shows the same thing to a colleague. */
export interface ListSearch {
  /** As it stands there; read-filter.ts says whether it is one. */
  filter?: unknown;
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
  if (search['filter'] !== undefined) known.filter = search['filter'];
  return known;
}
