export interface Sorting {
  field: string;
  descending: boolean;
}

/** "-createdAt" -> { field: 'createdAt', descending: true }. A list is sorted by one field; the id breaks ties on the server. */
export function parseSort(sort: string): Sorting {
  const first = sort.split(',')[0] ?? sort;
  return first.startsWith('-') ? { field: first.slice(1), descending: true } : { field: first, descending: false };
}

export function formatSort({ field, descending }: Sorting): string {
  return descending ? `-${field}` : field;
}

/** A click on a header: up, then down, then up again. Another header starts with up. */
export function nextSort(current: string, field: string): string {
  const { field: sorted, descending } = parseSort(current);
  return formatSort({ field, descending: sorted === field && !descending });
}

export function ariaSort(current: string, field: string | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!field) return undefined;
  const sorted = parseSort(current);
  if (sorted.field !== field) return 'none';
  return sorted.descending ? 'descending' : 'ascending';
}
