import type { Schemas } from '@/lib/api/api-types.js';

/** The grammar of the API: a condition, or a tree of them. */
export type FilterOp = Schemas['FilterCondition']['op'];
export type Scalar = string | number | boolean;
export interface Condition {
  field: string;
  op: FilterOp;
  value?: Scalar | Scalar[];
}
export type Filter = Condition | { and: Filter[] } | { or: Filter[] };

/** What the bar shows: all of these must hold, each being one condition, several of which one is enough, or a deeper tree. */
export type FilterItem = { kind: 'one'; condition: Condition } | { kind: 'any'; conditions: Condition[] } | { kind: 'deep'; filter: Filter };

export function isCondition(filter: Filter): filter is Condition {
  return 'field' in filter;
}

export function toItems(filter: Filter | undefined): FilterItem[] {
  if (!filter) return [];
  return 'and' in filter ? filter.and.map(toItem) : [toItem(filter)];
}

export function toFilter(items: readonly FilterItem[]): Filter | undefined {
  if (items.length === 0) return undefined;
  return { and: items.map(fromItem) };
}

function toItem(filter: Filter): FilterItem {
  if (isCondition(filter)) return { kind: 'one', condition: filter };
  if ('or' in filter && filter.or.every(isCondition)) return { kind: 'any', conditions: filter.or };
  return { kind: 'deep', filter };
}

function fromItem(item: FilterItem): Filter {
  if (item.kind === 'one') return item.condition;
  if (item.kind === 'any') return item.conditions.length === 1 && item.conditions[0] ? item.conditions[0] : { or: item.conditions };
  return item.filter;
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
