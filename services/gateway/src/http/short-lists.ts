import { hash } from 'node:crypto';
import { InvalidCursorError } from '@crm-vision/common/errors';
import { z } from 'zod';
import { cursor, wholeNumber } from './lists.dto.js';
import type { Page } from './lists.mapper.js';

/** The fields by which a short list may be sorted, and what of an item is compared. */
export type Orders<T> = Readonly<Record<string, (item: T) => string | number>>;

export interface ShortListQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
  sort?: string | undefined;
}

/** Which list a cursor is of: its name and whose it is. */
export interface ShortList<T> {
  belongsTo: readonly string[];
  orders: Orders<T>;
  idOf: (item: T) => string;
}

/** Query of a list that is short and read whole: without "limit" all of it comes at once. `usually`: how it is ordered without "sort", in words. */
export function shortListQuery(sorts: readonly string[], usually: string) {
  const field = `-?(${sorts.join('|')})`;
  return z.strictObject({
    limit: wholeNumber(1, 200).optional().describe('Absent: all of it'),
    cursor: cursor.optional(),
    sort: z.string().regex(new RegExp(`^${field}(,${field}){0,2}$`), `Must be up to three of ${sorts.join(', ')}, each with "-" in front for descending.`).optional()
      .describe(`Up to three of ${sorts.join(', ')}; "-" in front for descending. Absent: ${usually}`).meta({ example: `-${sorts[0]}` }),
  });
}

const collator = new Intl.Collator('und');

/** One page of what was read whole. A cursor names the last item of the page before; when that item is gone meanwhile, the cursor is refused. */
export function shortPage<T>(items: readonly T[], { limit = items.length, cursor: after, sort = '' }: ShortListQuery, { belongsTo, orders, idOf }: ShortList<T>): Page<T> {
  const seal = (id: string): string => hash('sha256', JSON.stringify([...belongsTo, sort, id]), 'base64url');
  const sorted = sort ? items.toSorted(comparing(sort, orders)) : items;
  const place = after === undefined ? 0 : sorted.findIndex((item) => seal(idOf(item)) === after) + 1;
  if (after !== undefined && place === 0) throw new InvalidCursorError();
  const page = sorted.slice(place, place + limit);
  const last = page.at(-1);
  return { items: page, nextCursor: last && place + limit < sorted.length ? seal(idOf(last)) : null };
}

/** What compares as equal stays in the order of the service. */
function comparing<T>(sort: string, orders: Orders<T>): (a: T, b: T) => number {
  const keys = sort.split(',').map((key) => ({ value: orders[key.replace('-', '')]!, sign: key.startsWith('-') ? -1 : 1 }));
  return (a, b) => {
    for (const { value, sign } of keys) {
      const order = compare(value(a), value(b));
      if (order !== 0) return sign * order;
    }
    return 0;
  };
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
