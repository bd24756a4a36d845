import type { RecordKind } from '../writes/record-kind.js';
import type { KeyType } from './cursor.js';

/** How the values of a field are read and compared. */
export type FieldType = 'text' | 'id' | 'word' | 'instant' | 'day' | 'integer' | 'money' | 'boolean' | 'phone';

export interface ListField {
  type: FieldType;
  /** Expression of the value; the row is `r`. For text: folded (crm.fold or a column made by it). */
  sql: string;
  /** Expressions of other spellings of a text, for the ops that they meet as well. */
  also?: Partial<Record<'contains' | 'startsWith', readonly string[]>>;
  /** The one spelling by which whole values are compared. */
  keyOf?: (value: string) => string;
  /** Says that there is a value, when `sql` is never null or dear to ask; absent: `sql` is not null. */
  present?: string;
  /** For values that stand in other rows or arrays: puts a condition on one of them into a condition on the row. `access` is the filter for other records. */
  among?: (condition: string, access: (kind: RecordKind, alias: string) => string) => string;
  /** Words that a `word` field may hold; others are refused. */
  words?: readonly string[];
  /** How much longer reading all rows takes with a condition on it, as a part of reading them; absent: it is a column as it is kept. Measured (filter-costs). */
  work?: number;
  /** The text is part of the row's `search` column, so that the trigram index helps. */
  searched?: boolean;
  /** Currency of a `money` field: amounts compare in minor units of it. */
  currencySql?: string;
}

/**
 * An order that the list offers. The expressions are never null, and each has an index led by workspace_id with the row's id behind it. What may be missing
 * comes last in both directions, so that it has two: `sql` makes it the highest value there is, `down` the lowest.
 */
export interface SortField {
  /** Without functions that are not leakproof: behind the wall no index serves them. */
  sql: string;
  down?: string;
  type: KeyType;
  /** The table that keeps the values, when it is not the row's own; `id` is the row's id there. */
  kept?: { join: string; id: string };
}

/** What may be missing, with values that stand for it above and below all others. Not coalesce(): behind the wall no index serves it. */
export function optional(sql: string, type: KeyType, highest: string, lowest: string): Pick<SortField, 'sql' | 'down' | 'type'> {
  const or = (instead: string): string => `(case when ${sql} is null then ${instead} else ${sql} end)`;
  return { sql: or(highest), down: or(lowest), type };
}

/** Text in the order of names. */
export const alphabetic = (column: string): SortField => ({ sql: `(${column} collate crm.alphabet)`, type: 'text' });

export function optionalAlphabetic(column: string): SortField {
  const { sql, down, type } = optional(column, 'text', LAST, "''");
  return { sql: `(${sql} collate crm.alphabet)`, down: `(${down} collate crm.alphabet)`, type };
}

/** Behind every character that people write, in the order of names. */
const LAST = 'chr(65535)';

/** As crm.fold() does it, which is dear. For texts of plain letters, most of all, it is the same as this. */
export const folded = (sql: string): string => `(case when octet_length(${sql}) = length(${sql}) then lower(${sql} collate "C") else crm.fold(${sql}) end)`;

/** A list of one feature: its rows and what people may filter and sort by, under the public names of the fields. */
export interface ListSource {
  kind: 'company' | 'contact' | 'deal' | 'task';
  /** Table of the rows, with the alias `r` in every expression. */
  table: string;
  fields: Readonly<Record<string, ListField>>;
  sorts: Readonly<Record<string, SortField>>;
  defaultSort: readonly SortKey[];
}

export interface SortKey {
  field: string;
  descending: boolean;
}

export interface Condition {
  field: string;
  op: string;
  values: readonly string[];
}

export type Filter = { and: readonly Filter[] } | { or: readonly Filter[] } | Condition;

export interface ListQuery {
  limit: number;
  cursor: string;
  sort: readonly SortKey[];
  filter: Filter | null;
  count: boolean;
}

export interface Page<T> {
  items: T[];
  /** Empty on the last page. */
  nextCursor: string;
  count?: { value: number; exact: boolean };
}
