import type { Filter, ListRequest, PageInfo, SortKey } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import type { z } from 'zod';
import type { FilterNode } from './filters.dto.js';
import type { listQuery } from './lists.dto.js';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  count?: { value: number; exact: boolean };
}

export function toListRequest(query: z.output<ReturnType<typeof listQuery>>): ListRequest {
  return {
    limit: query.limit,
    cursor: query.cursor ?? '',
    sort: toSort(query.sort),
    filter: toFilter(query.filter),
    count: query.count === 'true',
  };
}

export function toFilter(node: FilterNode | undefined): Filter | undefined {
  return node && toFilterNode(node);
}

export function toPage<P, T>(rows: P[], page: PageInfo | undefined, map: (row: P) => T): Page<T> {
  const count = page?.count;
  return {
    items: rows.map(map),
    nextCursor: nextCursor(page?.nextCursor),
    ...(count && { count: { value: count.value, exact: count.exact } }),
  };
}

export const nextCursor = (cursor: string | undefined): string | null => cursor || null;

export const toSort = (sort: string | undefined): SortKey[] => (sort ? sort.split(',').map(toSortKey) : []);

function toSortKey(key: string): SortKey {
  return key.startsWith('-') ? { field: key.slice(1), descending: true } : { field: key, descending: false };
}

function toFilterNode(node: FilterNode): Filter {
  if ('and' in node) return { and: { filters: node.and.map(toFilterNode) }, or: undefined, condition: undefined };
  if ('or' in node) return { and: undefined, or: { filters: node.or.map(toFilterNode) }, condition: undefined };
  const { field, op, value } = node;
  const values = value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)];
  return { and: undefined, or: undefined, condition: { field, op, values } };
}
