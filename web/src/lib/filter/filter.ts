import type { Schemas } from '@/lib/api/api-types.js';

/** The grammar of the API: a condition, or a tree of them. */
export type FilterOp = Schemas['FilterOp'];
export type Scalar = string | number | boolean;
export interface Condition {
  field: string;
  op: FilterOp;
  value?: Scalar | Scalar[];
}
export type Filter = Condition | { and: Filter[] } | { or: Filter[] };

export function isCondition(filter: Filter): filter is Condition {
  return 'field' in filter;
}

/** What the bar shows as chips: all of these must hold. */
export function partsOf(filter: Filter | undefined): Filter[] {
  if (!filter) return [];
  return 'and' in filter ? filter.and : [filter];
}

export function fromParts(parts: readonly Filter[]): Filter | undefined {
  return parts.length === 0 ? undefined : { and: [...parts] };
}

/** Two filters at once: the person's own, and one that the page sets. */
export function allOf(...filters: (Filter | undefined)[]): Filter | undefined {
  const present = filters.filter((filter) => filter !== undefined);
  if (present.length <= 1) return present[0];
  return { and: present };
}

export function countConditions(filter: Filter): number {
  if (isCondition(filter)) return 1;
  return ('and' in filter ? filter.and : filter.or).reduce((sum, part) => sum + countConditions(part), 0);
}
