import type { ListField } from './list-field.js';
import { InvalidFilterError } from './list.errors.js';

/** What one condition of a filter adds to reading the rows of a workspace once, which is 1: see ListField. */
export interface Spent {
  field: string;
  work: number;
}

/** A column as it is kept. */
const PLAIN = 0.2;
/**
 * What all conditions of a filter may add. Reading 100 000 records once, by a core that does nothing else, takes 10 to 20 ms, so that the dearest filter that is
 * served takes some tenths of a second. Each field alone is far below it, and so are 50 conditions on columns as they are kept.
 */
const WORK_MAX = 20;

export function workOf({ sql, type, work = PLAIN }: ListField, op: string): number {
  const isKept = /^r\.\w+$/.test(sql) && type !== 'phone' && type !== 'money';
  return isKept && op !== 'contains' ? PLAIN : work;
}

/** Refuses what would cost the others too much, and says what to leave out: known before anything is asked. */
export function checkCost(spent: readonly Spent[]): void {
  const total = sum(spent);
  if (total <= WORK_MAX) return;
  const names = [...new Set(spent.filter(({ work }) => work > PLAIN).map(({ field }) => field))].sort((a, b) => worth(spent, b) - worth(spent, a));
  const list = names.slice(0, 3).map((name) => `"${name}"`).join(', ');
  throw new InvalidFilterError('FILTER_TOO_DEAR',
    `This filter reads every record for its conditions on ${list}, which takes ${Math.ceil(total / WORK_MAX)} times as long as it may. Use fewer of them: one "in" with several values instead of several conditions.`);
}

const sum = (spent: readonly Spent[]): number => spent.reduce((total, { work }) => total + work, 0);
const worth = (spent: readonly Spent[], field: string): number => sum(spent.filter((each) => each.field === field));
