import type { Condition, Filter, FilterOp } from './filter.js';

/** An address may hold anything: links are cut off by mail programs, and written by hand. */
export const UNREADABLE = 'unreadable';

const ops: Record<FilterOp, true> = {
  eq: true, ne: true, in: true, notIn: true, lt: true, lte: true, gt: true, gte: true, between: true, contains: true, startsWith: true, isNull: true, isNotNull: true, within: true,
};
const DEPTH_MAX = 5;

/** The filter that an address holds; undefined when it holds none. */
export function readFilter(given: unknown): Filter | typeof UNREADABLE | undefined {
  if (given === undefined) return undefined;
  return isFilter(given, 1) ? given : UNREADABLE;
}

function isFilter(given: unknown, depth: number): given is Filter {
  if (typeof given !== 'object' || given === null || depth > DEPTH_MAX) return false;
  const groups = [...('and' in given ? [given.and] : []), ...('or' in given ? [given.or] : [])];
  if (groups.length === 0) return isCondition(given);
  const [group] = groups;
  return Object.keys(given).length === 1 && Array.isArray(group) && group.length > 0 && group.every((part) => isFilter(part, depth + 1));
}

function isCondition(given: object): given is Condition {
  const { field, op, value } = given as Record<string, unknown>;
  if (typeof field !== 'string' || typeof op !== 'string' || !Object.hasOwn(ops, op)) return false;
  return value === undefined || isScalar(value) || (Array.isArray(value) && value.every(isScalar));
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
