import type { Actor } from '@crm-vision/common/context';
import type { DomainError } from '@crm-vision/common/errors';
import type { Transaction } from '@crm-vision/common/database';
import type { Permission } from '../access/roles.js';
import type { RecordKind, RecordLink } from './record-kind.js';

/** What every record carries. */
export interface Stamps {
  id: string;
  version: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  /** Set when the record is in the bin. */
  deletedAt: string | null;
  deletedBy: string | null;
}

/** A row as the database answers it: stamps and columns side by side, under camelCase names. */
export type RecordRow<C> = Stamps & C;

/** An entry on a timeline. */
export interface TimelineEntry {
  kind: string;
  payload: Readonly<Record<string, unknown>>;
}

/** A change as it is written: without before it is a creation. */
export interface RecordChange<C> {
  id: string;
  before: C | null;
  after: C;
}

/** How one kind of record is written, audited, undone, and shown on timelines. Each feature declares its own beside its rules. */
export interface RecordType<C extends object> {
  kind: RecordKind;
  table: string;
  /** The columns that people change, in camelCase. The values are JSON: bigint as text, days as YYYY-MM-DD. Undo restores them. */
  columns: readonly string[];
  /** The column that AssignRecords sets. */
  ownerColumn?: string;
  /** Needed to delete, restore, assign or undo; absent: records.write. */
  writePermission?: Permission;
  /** SQL of the name that people know a row `r` by; says the same as titleOf. */
  titleSql: string;
  /** Undo brings all of them back at once, as they depend on each other; absent: so many at a time as memory should hold. */
  comesBackWhole?: true;
  /** Records of this kind have a timeline of their own. */
  hasTimeline: boolean;
  notFound(): DomainError;
  /** What a violated constraint means to people. */
  onConflict?(constraint: string): DomainError | undefined;
  titleOf(columns: C): string;
  /** Records on whose timelines its events show beside its own. */
  relatedOf(columns: C): readonly RecordLink[];
  /** What the timeline tells of a creation or change; absent or undefined: "created" and "updated" with the fields that changed. */
  timelineEntry?(change: RecordChange<C>, transaction: Transaction): Promise<TimelineEntry | undefined>;
  /** The columns under the public names and shapes of the API; absent: as they are. */
  publicFields?(columns: Partial<C>): Readonly<Record<string, unknown>>;
  /** Throws when this actor may not change this row, whatever the verb and wherever the row is; absent: the permission is enough. */
  requireWriter?(actor: Actor, row: RecordRow<C>): void;
  /** The columns of a row that names the record with this id, once that one is gone for good; absent: the row goes with it, or names none. */
  without?(row: RecordRow<C>, id: string): Partial<C>;
  /** Before a row in the bin goes for good: throws when a rule forbids it. */
  beforePurge?(id: string, transaction: Transaction): Promise<void>;
  /** Before a row goes to the bin: throws when a rule forbids it. */
  beforeBin?(actor: Actor, row: RecordRow<C>, transaction: Transaction): Promise<void>;
  /**
   * Before undo or restore writes: throws when what comes back is no longer possible, may correct values (for example a stage that is gone).
   * `together` are all the rows that come back with this one, itself included.
   */
  beforeRevert?(row: RecordRow<C>, transaction: Transaction, together: readonly RecordRow<C>[]): Promise<Partial<C>>;
}

/** A record type whatever its columns are. */
export type AnyRecordType = RecordType<object>;
