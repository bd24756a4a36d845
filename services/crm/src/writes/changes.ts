import { isDeepStrictEqual } from 'node:util';
import { newId } from '@crm-vision/common/ids';
import type { RecordChange, RecordRow, RecordType, TimelineEntry } from './record-type.js';
import type { RecordLink } from './record-kind.js';

export type Action = 'created' | 'updated' | 'deleted' | 'restored' | 'purged';

/** What settings are called in the audit. */
export const SETTINGS_KIND = 'settings';

type Columns = Readonly<Record<string, unknown>>;

/** One line of the audit: what a record was and became, as far as it changed. */
export interface AuditLine {
  id: string;
  action: Action;
  kind: string;
  recordId: string;
  version: number;
  before: Columns;
  after: Columns;
}

export interface TimelineLine {
  id: string;
  recordKind: string;
  recordId: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  title: string;
  payload: Columns;
}

export interface OutboxLine {
  id: string;
  topic: string;
  kind: string;
  recordId: string;
  version: number;
  payload: Columns;
}

/** The columns that differ, before and after. */
export function difference(names: readonly string[], before: object | null, after: object): { before: Columns; after: Columns } {
  const [was, is] = [before as Columns | null, after as Columns];
  const changed = names.filter((name) => was === null || !isDeepStrictEqual(plain(was[name]), plain(is[name])));
  const pick = (from: Columns): Columns => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
  return { before: was ? pick(was) : {}, after: pick(is) };
}

/** As JSON has it: undefined is null. */
function plain(value: unknown): unknown {
  return value === undefined ? null : value;
}

export function auditLine(type: { kind: string }, action: Action, row: { id: string; version: number }, changed: { before: Columns; after: Columns }): AuditLine {
  return { id: newId(), action, kind: type.kind, recordId: row.id, version: row.version, ...changed };
}

/** "deal_moved" of a deal is published as "deal.moved", "updated" as "deal.updated", "note" of a note as "note.created". */
export function outboxLine(type: { kind: string }, event: string, row: { id: string; version: number }, after: Columns): OutboxLine {
  const prefix = `${type.kind}_`;
  const verb = event === type.kind ? 'created' : event.startsWith(prefix) ? event.slice(prefix.length) : event;
  return { id: newId(), topic: `${type.kind}.${verb}`, kind: type.kind, recordId: row.id, version: row.version, payload: { changed: Object.keys(after) } };
}

/** On the record's own timeline; what is more than an edit also on those of the records beside it. */
export function timelineLines<C extends object>(type: RecordType<C>, row: RecordRow<C>, entry: TimelineEntry): TimelineLine[] {
  // An edit of nothing that people see, such as a place in a column.
  if (entry.kind === 'updated' && entry.payload['fields'] && Object.keys(entry.payload['fields']).length === 0) return [];
  const own: RecordLink[] = type.hasTimeline ? [{ kind: type.kind, id: row.id }] : [];
  const beside = ['updated', 'deleted', 'restored'].includes(entry.kind) ? [] : type.relatedOf(row);
  return [...own, ...beside].map(({ kind, id }) => ({
    id: newId(), recordKind: kind, recordId: id, kind: entry.kind, subjectKind: type.kind, subjectId: row.id, title: type.titleOf(row), payload: entry.payload,
  }));
}

/** What the timeline tells of an edit: each changed field from and to, under its public name. */
export function editEntry<C extends object>(type: RecordType<C>, { before, after }: RecordChange<C>): TimelineEntry {
  const shown = (columns: C): Columns => type.publicFields?.(columns) ?? (Object.fromEntries(type.columns.map((column) => [column, (columns as Columns)[column]])));
  if (before === null) return { kind: 'created', payload: {} };
  const [from, to] = [shown(before), shown(after)];
  const changed = difference(Object.keys(to), from, to);
  return { kind: 'updated', payload: { fields: Object.fromEntries(Object.keys(changed.after).map((name) => [name, { from: changed.before[name], to: changed.after[name] }])) } };
}
