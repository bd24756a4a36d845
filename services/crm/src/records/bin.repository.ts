import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import { decodeCursor, encodeCursor } from '../lists/cursor.js';
import type { Page } from '../lists/list-field.js';
import { rowsToAskFor } from '../lists/page-size.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import type { NamedRecord, RecordKind } from '../writes/record-kind.js';
import type { AnyRecordType } from '../writes/record-type.js';

export interface BinEntry extends NamedRecord {
  deletedAt: string;
  deletedBy: string;
}

export interface BinQuery {
  /** Null: all kinds. */
  kind: RecordKind | null;
  limit: number;
  cursor: string;
}

@Injectable()
export class BinRepository {
  constructor(private readonly database: Database) {}

  /** Newest first, over the given kinds in one statement. */
  async list(actor: Actor, types: readonly AnyRecordType[], { kind, limit, cursor }: BinQuery): Promise<Page<BinEntry>> {
    const belongsTo = [actor.workspaceId, 'bin', kind];
    const parameters = new Parameters();
    const most = rowsToAskFor(limit);
    const after = cursor === '' ? '' : this.behind(decodeCursor(cursor, belongsTo, ['timestamptz']), parameters);
    const parts = types.map((type) => `(select '${type.kind}' as kind, r.id, ${type.titleSql} as title, r.deleted_at as "deletedAt", r.deleted_by as "deletedBy"
      from crm.${type.table} r where r.deleted_at is not null and ${readable(actor, { kind: type.kind, alias: 'r', parameters })}${after}
      order by r.deleted_at desc, r.id desc limit ${most})`);
    const text = `select * from (${parts.join(' union all ')}) b order by "deletedAt" desc, id desc limit ${most}`;
    const rows = await this.database.read<BinEntry>(actor.workspaceId, composedStatement('bin_list', text, parameters.values));
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? encodeCursor({ id: last.id, values: [last.deletedAt] }, belongsTo) : '' };
  }

  private behind({ id, values }: { id: string; values: readonly string[] }, parameters: Parameters): string {
    return ` and (r.deleted_at, r.id) < (${parameters.add(values[0], 'timestamptz')}, ${parameters.add(id, 'uuid')})`;
  }
}
