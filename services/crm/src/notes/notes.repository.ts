import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import { titleOfLink } from '../links/link-titles.js';
import { decodeCursor, encodeCursor, type KeyType } from '../lists/cursor.js';
import type { Page } from '../lists/list-field.js';
import { rowsToAskFor } from '../lists/page-size.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import type { RecordLink } from '../writes/record-kind.js';
import { recordColumns } from '../writes/record-sql.js';
import type { NoteView } from './note.js';
import { noteRecord } from './note.record.js';
import { NoteNotFoundError } from './note.errors.js';

export interface NotesQuery {
  /** Null: on all records. */
  record: RecordLink | null;
  limit: number;
  cursor: string;
}

@Injectable()
export class NotesRepository {
  constructor(private readonly database: Database) {}

  /** Of one record the pinned ones first; then newest first. Notes on records that the actor may not read are left out. */
  async list(actor: Actor, { record, limit, cursor }: NotesQuery): Promise<Page<NoteView>> {
    const belongsTo = [actor.workspaceId, 'notes', record];
    const parameters = new Parameters();
    const [keys, types]: [string[], KeyType[]] = record ? [['r.pinned', 'r.created_at', 'r.id'], ['boolean', 'timestamptz']] : [['r.created_at', 'r.id'], ['timestamptz']];
    const conditions = ['r.deleted_at is null', readable(actor, { kind: 'note', alias: 'r', parameters })];
    if (record) conditions.push(`r.record_id = ${parameters.add(record.id, 'uuid')} and r.record_kind = ${parameters.add(record.kind, 'text')}`);
    if (cursor !== '') {
      const { id, values } = decodeCursor(cursor, belongsTo, types);
      conditions.push(`(${keys.join(', ')}) < (${[...types.map((type, index) => parameters.add(values[index], type)), parameters.add(id, 'uuid')].join(', ')})`);
    }
    const text = `select * from (select ${this.columns(actor, parameters)} from crm.note r where ${conditions.join(' and ')}) r
      where "recordTitle" is not null order by ${keys.map((key) => `${outer[key] ?? key} desc`).join(', ')} limit ${rowsToAskFor(limit)}`;
    const rows = await this.database.read<NoteView>(actor.workspaceId, composedStatement('note_list', text, parameters.values));
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    const values = last && (record ? [String(last.pinned), last.createdAt] : [last.createdAt]);
    return { items, nextCursor: last && values ? encodeCursor({ id: last.id, values }, belongsTo) : '' };
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

/** What the columns are called outside of the inner select. */
const outer: Readonly<Record<string, string>> = { 'r.created_at': 'r."createdAt"' };
