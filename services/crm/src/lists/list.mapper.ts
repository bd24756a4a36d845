import { invalidField } from '@crm-vision/common/errors';
import type { Filter as FilterMessage, ListRequest, PageInfo } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { InvalidFilterError } from './list.errors.js';
import type { Filter, ListQuery, Page } from './list-field.js';

const LIMIT_MAX = 200;
/** Deeper than any filter that is accepted: protects the stack, the compiler names the rule. */
const NESTING_MAX = 20;

export function toListQuery(request: ListRequest | undefined): ListQuery {
  const { limit = 0, cursor = '', sort = [], filter, count = false } = request ?? {};
  return { limit: checkLimit(limit, LIMIT_MAX), cursor, sort: sort.map(({ field, descending }) => ({ field, descending })), filter: toFilter(filter), count };
}

/** 0 stands for what the caller of this function takes as usual. */
export function checkLimit(limit: number, max: number): number {
  if (limit < 0 || limit > max) throw invalidField('limit', `Must be from 1 to ${max}.`);
  return limit;
}

export function toFilter(message: FilterMessage | undefined, nesting = 0): Filter | null {
  if (!message) return null;
  if (nesting > NESTING_MAX) throw new InvalidFilterError('TOO_DEEP', 'The filter is nested too deeply.');
  const { and, or, condition } = message;
  if ([and, or, condition].filter(Boolean).length !== 1) throw new InvalidFilterError('EMPTY_GROUP', 'Each part of a filter is one of "and", "or" and a condition.');
  const members = (group: { filters: FilterMessage[] }): Filter[] => group.filters.map((member) => toFilter(member, nesting + 1)).filter((member) => member !== null);
  if (and) return { and: members(and) };
  if (or) return { or: members(or) };
  return condition ? { field: condition.field, op: condition.op, values: condition.values } : null;
}

export function toPageInfo({ nextCursor, count }: Page<unknown>): PageInfo {
  return { nextCursor, count };
}
