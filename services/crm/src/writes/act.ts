import type { Actor } from '@crm-vision/common/context';
import { type Statement, type Transaction, violatedConstraint } from '@crm-vision/common/database';
import { newId } from '@crm-vision/common/ids';
import { readable } from '../access/readable.js';
import { growthOf, sizeOf } from '../quotas/growth.js';
import type { Growth } from '../quotas/quota.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import type { ActLines } from './act-log.js';
import { type Action, auditLine, difference, editEntry, outboxLine, SETTINGS_KIND, timelineLines } from './changes.js';
import { insertStatement, recordColumns, type RowUpdate, updateStatement } from './record-sql.js';
import type { RecordLink } from './record-kind.js';
import type { RecordChange, RecordRow, RecordType, TimelineEntry } from './record-type.js';

/** Which rows a lock finds: those that live, those in the bin, or both. */
export type Where = 'live' | 'binned' | 'anywhere';

const conditions: Readonly<Record<Where, string>> = { live: 'r.deleted_at is null', binned: 'r.deleted_at is not null', anywhere: 'true' };

/** A change to a locked row; `place` moves it to the bin or back from there. */
export interface Edit<C> {
  row: RecordRow<C>;
  changes: Partial<C>;
  place?: 'live' | 'bin';
}

type Columns = Readonly<Record<string, unknown>>;

function toRowUpdate<C extends object>(type: RecordType<C>, { row, changes, place }: Edit<C>): RowUpdate {
  const wanted = { ...row, ...changes } as Columns;
  const columns = Object.fromEntries(type.columns.map((column) => [column, wanted[column]]));
  return { id: row.id, columns, binned: place === undefined ? row.deletedAt !== null : place === 'bin' };
}

/** One act of a person while its transaction is open: writes records and notes what each write means. */
export class Act {
  private readonly noted = { audit: [] as ActLines['audit'][number][], timeline: [] as ActLines['timeline'][number][], outbox: [] as ActLines['outbox'][number][] };

  private readonly unnoted = { records: 0, bytes: 0 };

  constructor(
    readonly actor: Actor,
    readonly changeSetId: string,
    readonly transaction: Transaction,
  ) {}

  /** What was noted; none: nothing was written. */
  get lines(): ActLines {
    return this.noted;
  }

  /** What the act adds to what the workspace has. */
  get growth(): Growth {
    const { records, bytes, events } = growthOf(this.noted);
    return { records: records + this.unnoted.records, bytes: bytes + this.unnoted.bytes, events };
  }

  /** For rows that are written or taken away without being noted one by one. */
  count({ records, bytes }: Pick<Growth, 'records' | 'bytes'>): void {
    this.unnoted.records += records;
    this.unnoted.bytes += bytes;
  }

  /** `id` when the caller has made one already. */
  async insert<C extends object>(type: RecordType<C>, columns: C, id: string = newId()): Promise<RecordRow<C>> {
    const { workspaceId, userId } = this.actor;
    const [row] = await this.write(type, insertStatement(type, [workspaceId, id, userId], columns as Columns));
    if (!row) throw type.notFound();
    await this.note(type, 'created', null, row);
    return row;
  }

  /** Locks a record that the actor may read, until the transaction ends; else the type's notFound. */
  async lock<C extends object>(type: RecordType<C>, id: string, where: Where = 'live'): Promise<RecordRow<C>> {
    const [row] = await this.lockMany(type, [id], where);
    if (!row) throw type.notFound();
    return row;
  }

  /** Locks those of the records that the actor may read, in one order, so that two writers do not wait for each other in a circle. */
  lockMany<C extends object>(type: RecordType<C>, ids: readonly string[], where: Where = 'live'): Promise<RecordRow<C>[]> {
    const parameters = new Parameters();
    const text = `select ${recordColumns(type)} from crm.${type.table} r where r.id = any (${parameters.add(ids, 'uuid[]')})
      and ${conditions[where]} and ${readable(this.actor, { kind: type.kind, alias: 'r', parameters })} order by r.id for update of r`;
    return this.transaction.query<RecordRow<C>>(composedStatement(`${type.table}_lock`, text, parameters.values));
  }

  /** Changes columns of a locked row. Nothing differs: nothing is written, and the row comes back as it is. */
  async update<C extends object>(type: RecordType<C>, row: RecordRow<C>, changes: Partial<C>): Promise<RecordRow<C>> {
    return (await this.updateAll(type, [{ row, changes }]))[0]!;
  }

  /** As update, for locked rows of one kind in one statement; also to and from the bin. Answers in the order of the edits. */
  async updateAll<C extends object>(type: RecordType<C>, edits: readonly Edit<C>[]): Promise<RecordRow<C>[]> {
    const needed = edits.filter(({ row, changes, place }) => place !== undefined || Object.keys(difference(type.columns, row, { ...row, ...changes }).after).length > 0);
    for (const { row } of needed) type.requireWriter?.(this.actor, row);
    const saved = needed.length === 0 ? [] : await this.write(type, updateStatement(type, this.actor.userId, needed.map((edit) => toRowUpdate(type, edit))));
    const rows = new Map(saved.map((row) => [row.id, row]));
    for (const { row, place } of needed) {
      const after = rows.get(row.id);
      if (!after) throw type.notFound();
      await this.note(type, place === undefined ? 'updated' : place === 'bin' ? 'deleted' : 'restored', row, after);
    }
    return edits.map(({ row }) => rows.get(row.id) ?? row);
  }

  /** Deletes locked rows for good. The audit says that they were there, and not what they held. */
  async purge<C extends object>(type: RecordType<C>, rows: readonly RecordRow<C>[]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) type.requireWriter?.(this.actor, row);
    await this.write(type, { name: `${type.table}_purge`, text: `delete from crm.${type.table} where id = any ($1::uuid[])`, values: [rows.map(({ id }) => id)] });
    this.count({ records: 0, bytes: -rows.reduce((sum, row) => sum + sizeOf(type.columns.map((column) => (row as Columns)[column])), 0) });
    for (const { id, version } of rows) {
      const gone = { id, version: version + 1 };
      this.noted.audit.push(auditLine(type, 'purged', gone, { before: {}, after: {} }));
      this.noted.outbox.push(outboxLine(type, 'purged', gone, {}));
    }
  }

  /** Settings are no records: they are audited, and neither published nor undone. */
  noteSettings(name: string, version: number, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): void {
    const wrap = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({ [name]: values });
    this.noted.audit.push({ id: newId(), action: 'updated', kind: SETTINGS_KIND, recordId: this.actor.workspaceId, version, before: wrap(before), after: wrap(after) });
  }

  /** Tells other browsers that what they show of a kind may be old, for acts that change many rows at once. */
  announce(topic: string, { kind, id }: RecordLink): void {
    this.noted.outbox.push({ id: newId(), topic, kind, recordId: id, version: 1, payload: {} });
  }

  private async write<C extends object>(type: RecordType<C>, statement: Statement): Promise<RecordRow<C>[]> {
    try {
      return await this.transaction.query<RecordRow<C>>(statement);
    } catch (error) {
      const constraint = violatedConstraint(error);
      throw (constraint && type.onConflict?.(constraint)) || error;
    }
  }

  private async note<C extends object>(type: RecordType<C>, action: Action, before: RecordRow<C> | null, after: RecordRow<C>): Promise<void> {
    const changed = difference(type.columns, before, after);
    const entry = await this.entryOf(type, action, { id: after.id, before, after });
    this.noted.audit.push(auditLine(type, action, after, changed));
    this.noted.timeline.push(...timelineLines(type, after, entry));
    this.noted.outbox.push(outboxLine(type, entry.kind, after, changed.after));
  }

  private async entryOf<C extends object>(type: RecordType<C>, action: Action, change: RecordChange<C>): Promise<TimelineEntry> {
    if (action === 'deleted' || action === 'restored') return { kind: action, payload: {} };
    return (await type.timelineEntry?.(change, this.transaction)) ?? editEntry(type, change);
  }
}
