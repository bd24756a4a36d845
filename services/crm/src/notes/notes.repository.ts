import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import { titleOfLink } from '../links/link-titles.js';
import { decodeCursor, encodeCursor } from '../lists/cursor.js';
import type { Page, SortField, SortKey } from '../lists/list-field.js';
import { bytesOf, cutPage, type Measured, withinBytes } from '../lists/page-bytes.js';
import { rowsToAskFor } from '../lists/page-size.js';
import { Parameters } from '../lists/parameters.js';
import { behind, compileSort, orderBy } from '../lists/sort.js';
import { composedStatement } from '../lists/statement.js';
import type { RecordLink } from '../writes/record-kind.js';
import { recordColumns } from '../writes/record-sql.js';
import type { NoteView } from './note.js';
import { noteRecord } from './note.record.js';
import { NoteNotFoundError } from './note.errors.js';

export interface NotesQuery {
  /** Null: on all records. */
  record: RecordLink | null;
  sort: readonly SortKey[];
  limit: number;
  cursor: string;
}

@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  /** Without a sort: of one record the pinned ones first, then newest first. Notes on records that the actor may not read are left out. */
  async list(actor: Actor, { record, sort, limit, cursor }: NotesQuery): Promise<Page<NoteView>> {
    const orders = compileSort(sort, { sorts, defaultSort: record ? [PINNED_FIRST, NEWEST_FIRST] : [NEWEST_FIRST] });
    const belongsTo = [actor.workspaceId, 'notes', record, orders.map(({ sql, descending }) => [sql, descending])];
    const parameters = new Parameters();
    const conditions = ['r.deleted_at is null', readable(actor, { kind: 'note', alias: 'r', parameters })];
    if (record) conditions.push(`r.record_id = ${parameters.add(record.id, 'uuid')} and r.record_kind = ${parameters.add(record.kind, 'text')}`);
    if (cursor !== '') conditions.push(behind(decodeCursor(cursor, belongsTo, orders.map(({ type }) => type)), orders, parameters));
    const text = `select * from (select ${this.columns(actor, parameters)} from crm.note r where ${conditions.join(' and ')}) r
      where "recordTitle" is not null order by ${orderBy(orders, orders.map(({ sql }) => `r."${columns[sql]}"`))} limit ${rowsToAskFor(limit)}`;
    const rows = await this.database.read<NoteView & Measured>(actor.workspaceId, composedStatement('note_list', withinBytes(text, { size: bytesOf.text('body') }), parameters.values));
    const { items, more } = cutPage(rows, limit);
    const last = more ? items.at(-1) : undefined;
    return { items, nextCursor: last ? encodeCursor({ id: last.id, values: orders.map(({ sql }) => String(last[columns[sql]!])) }, belongsTo) : '' };
  }

  /** Also one in the bin, so that it can be looked at before it is restored. */
  async getById(actor: Actor, id: string): Promise<NoteView> {
    const parameters = new Parameters();
    const text = `select ${this.columns(actor, parameters)} from crm.note r where r.id = ${parameters.add(id, 'uuid')} and ${readable(actor, { kind: 'note', alias: 'r', parameters })}`;
    const [note] = await this.database.readByKey<NoteView>(actor.workspaceId, composedStatement('note_get', text, parameters.values));
    if (!note || note.recordTitle === null) throw new NoteNotFoundError();
    return note;
  }

  private columns(actor: Actor, parameters: Parameters): string {
    return `${recordColumns(noteRecord)}, ${titleOfLink(actor, 'r.record_kind', 'r.record_id', parameters)} as "recordTitle"`;
  }
}

const PINNED_FIRST: SortKey = { field: 'pinned', descending: true };
const NEWEST_FIRST: SortKey = { field: 'createdAt', descending: true };

const sorts: Readonly<Record<string, SortField>> = {
  createdAt: { sql: 'r.created_at', type: 'timestamptz' }, updatedAt: { sql: 'r.updated_at', type: 'timestamptz' }, pinned: { sql: 'r.pinned', type: 'boolean' },
};

/** What the columns are called outside of the inner select. */
const columns = Object.fromEntries(Object.entries(sorts).map(([name, { sql }]) => [sql, name])) as Readonly<Record<string, 'createdAt' | 'updatedAt' | 'pinned'>>;
