import { isCondition, type Filter } from '@/lib/filter/filter.js';
import { isComplete } from './filter-field.js';

/** What can be asked of the server: complete conditions, and groups that have some. */
export function prune(filter: Filter): Filter | undefined {
  if (isCondition(filter)) return isComplete(filter) ? filter : undefined;
  const parts = ('and' in filter ? filter.and : filter.or).map(prune).filter((part) => part !== undefined);
  if (parts.length <= 1) return parts[0];
  return 'and' in filter ? { and: parts } : { or: parts };
}
