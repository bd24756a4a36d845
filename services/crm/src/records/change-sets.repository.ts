import type { Transaction } from '@crm-vision/common/database';
import { type Action, SETTINGS_KIND } from '../writes/changes.js';
import type { RecordKind } from '../writes/record-kind.js';

export interface ChangeSet {
  id: string;
  actorId: string;
  undoneBy: string | null;
}

/** One record as the audit tells it: what a change set made of it. */
export interface AuditedChange {
  action: Action;
  kind: RecordKind;
  recordId: string;
  version: number;
  before: Readonly<Record<string, unknown>>;
}

const LOCK = { name: 'change_set_lock', text: 'select id, actor_id as "actorId", undone_by as "undoneBy" from crm.change_set where id = $1 for update' };
const ENTRIES = {
  name: 'change_set_entries',
  text: `select action, record_kind as kind, record_id as "recordId", record_version as version, before from crm.audit_entry
    where change_set_id = $1 and record_kind <> '${SETTINGS_KIND}' order by record_id, record_version`,
};
const UNDONE = { name: 'change_set_undone', text: 'update crm.change_set set undone_by = $2 where id = $1' };

export async function lockChangeSet(transaction: Transaction, id: string): Promise<ChangeSet | null> {
  const [found] = await transaction.query<ChangeSet>({ ...LOCK, values: [id] });
  return found ?? null;
}

/** By record, in the order in which they happened. */
export function listChanges(transaction: Transaction, id: string): Promise<AuditedChange[]> {
  return transaction.query<AuditedChange>({ ...ENTRIES, values: [id] });
}

export async function markUndone(transaction: Transaction, id: string, by: string): Promise<void> {
  await transaction.query({ ...UNDONE, values: [id, by] });
}
