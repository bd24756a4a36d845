import { InvalidSortError } from './list.errors.js';
import type { ListSource, SortField, SortKey } from './list-field.js';
import type { Position } from './cursor.js';
import type { Parameters } from './parameters.js';

const KEYS_MAX = 3;

/** One key of the order: an expression, its type, its direction. */
export interface Order {
  sql: string;
  type: SortField['type'];
  descending: boolean;
  kept?: SortField['kept'];
}

/** What to sort by; the row's id decides between equals, in the direction of the last key. */
export function compileSort(keys: readonly SortKey[], source: Pick<ListSource, 'sorts' | 'defaultSort'>): Order[] {
  if (keys.length > KEYS_MAX) throw new InvalidSortError(`A list is sorted by ${KEYS_MAX} fields at most.`);
  const wanted = keys.length > 0 ? keys : source.defaultSort;
  if (new Set(wanted.map(({ field }) => field)).size < wanted.length) throw new InvalidSortError('A field may be sorted by once.');
  return wanted.map(({ field, descending }) => {
    const known = Object.hasOwn(source.sorts, field) ? source.sorts[field] : undefined;
    if (!known) throw new InvalidSortError(`There is no field "${field}" to sort by; there are ${Object.keys(source.sorts).join(', ')}.`);
    const { sql, down = sql, type, kept } = known;
    return { sql: descending ? down : sql, type, descending, ...(kept && { kept }) };
  });
}

/** The row's id, where the index of the order has it. */
export function idOf(orders: readonly Order[]): string {
  return orders.find(({ kept }) => kept)?.kept?.id ?? 'r.id';
}

export function orderBy(orders: readonly Order[], expressions: readonly string[], id = 'r.id'): string {
  const last = orders.at(-1)?.descending ?? false;
  return [...orders.map(({ descending }, index) => direction(expressions[index] ?? '', descending)), direction(id, last)].join(', ');
}

/** The rows behind a position. Keys of one direction compare as one row value, which an index understands. */
export function behind(position: Position, orders: readonly Order[], parameters: Parameters): string {
  const last = orders.at(-1)?.descending ?? false;
  const keys = [
    ...orders.map(({ sql, type, descending }, index) => ({ sql, descending, value: parameters.add(position.values[index], type) })),
    { sql: idOf(orders), descending: last, value: parameters.add(position.id, 'uuid') },
  ];
  if (keys.every(({ descending }) => descending === last)) {
    return `(${keys.map(({ sql }) => sql).join(', ')}) ${last ? '<' : '>'} (${keys.map(({ value }) => value).join(', ')})`;
  }
  const cases = keys.map(({ sql, value, descending }, index) => {
    const equal = keys.slice(0, index).map((key) => `${key.sql} = ${key.value}`);
    return `(${[...equal, `${sql} ${descending ? '<' : '>'} ${value}`].join(' and ')})`;
  });
  return `(${cases.join(' or ')})`;
}

function direction(expression: string, descending: boolean): string {
  return descending ? `${expression} desc` : expression;
}
