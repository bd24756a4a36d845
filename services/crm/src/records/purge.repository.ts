import type { Actor } from '@crm-vision/common/context';
import { Database, type Transaction } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import type { RecordLink } from '../writes/record-kind.js';
import type { AnyRecordType } from '../writes/record-type.js';
import type { BinEntry } from './bin.repository.js';

export type NamingKind = 'contact' | 'deal' | 'task' | 'note';

/** Live or in the bin: the indexes hold one half each. */
const everywhere = (kind: NamingKind, condition: string): string =>
  ['is null', 'is not null'].map((deleted) => `select '${kind}' as kind, id from crm.${kind} where ${condition} and deleted_at ${deleted}`).join(' union all ');

/** The records that name one. */
const NAMING = [
  everywhere('contact', 'company_id = $1'), everywhere('deal', 'company_id = $1'), everywhere('note', 'record_id = $1'),
  "select 'deal', deal_id from crm.deal_contact where contact_id = $1", "select 'task', task_id from crm.task_link where record_id = $1",
].join(' union all ');

@Injectable()
export class PurgeRepository {
  constructor(private readonly database: Database) {}

  /** Null: there is none in the bin that the actor may read. */
  async findBinned(actor: Actor, type: AnyRecordType, id: string): Promise<(BinEntry & { version: number }) | null> {
    const parameters = new Parameters();
    const text = `select '${type.kind}' as kind, r.id, ${type.titleSql} as title, r.deleted_at as "deletedAt", r.deleted_by as "deletedBy", r.version
      from crm.${type.table} r where r.id = ${parameters.add(id, 'uuid')} and r.deleted_at is not null and ${readable(actor, { kind: type.kind, alias: 'r', parameters })}`;
    const [found] = await this.database.read<BinEntry & { version: number }>(actor.workspaceId, composedStatement(`${type.table}_binned`, text, parameters.values));
    return found ?? null;
  }

  async countNaming(actor: Actor, id: string): Promise<Record<NamingKind, number>> {
    const rows = await this.database.read<{ kind: NamingKind; count: number }>(actor.workspaceId, { name: 'purge_count', text: `select kind, count(*)::int as count from (${NAMING}) n group by kind`, values: [id] });
    return { contact: 0, deal: 0, task: 0, note: 0, ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) };
  }
}

export function listNaming(transaction: Transaction, id: string): Promise<{ kind: NamingKind; id: string }[]> {
  return transaction.query<{ kind: NamingKind; id: string }>({ name: 'purge_naming', text: NAMING, values: [id] });
}

/** Its own timeline, and what others tell of it; the marks of sample data. */
export async function forget(transaction: Transaction, { kind, id }: RecordLink): Promise<void> {
  await transaction.query({ name: 'purge_timeline', text: 'delete from crm.timeline_event where record_id = $1', values: [id] });
  await transaction.query({ name: 'purge_events', text: 'delete from crm.timeline_event where subject_id = $1 and subject_id <> record_id', values: [id] });
  await transaction.query({ name: 'purge_sample', text: 'delete from crm.sample_record where record_kind = $1 and record_id = $2', values: [kind, id] });
}
