import type { Database, Transaction } from '@crm-vision/common/database';
import type { Backlog } from '../metrics.js';

/** A change as gateways tell it to browsers, with the workspace that it belongs to. */
export interface PublishedChange {
  workspaceId: string;
  id: string;
  type: string;
  kind: string;
  recordId: string;
  version: number;
  actorId: string;
  at: string;
  changeSetId: string;
  /** The change set that this one takes back. */
  undoes: string | null;
}

/** One publisher at a time, so that events leave in order. */
const PUBLISHER = 721_006;

/** What only the worker may do, the service may not do from here on: a worker of the release before signs in as the service. */
export async function takeOver(database: Database): Promise<void> {
  await database.readGlobal({ name: 'worker_took_over', text: 'select crm.worker_took_over()::text', values: [] });
}

/** False: another worker publishes. Held until the transaction ends. */
export async function claimPublishing(transaction: Transaction): Promise<boolean> {
  const [claim] = await transaction.query<{ held: boolean }>({ name: 'outbox_claim', text: `select pg_try_advisory_xact_lock(${PUBLISHER}) as held`, values: [] });
  return claim?.held === true;
}

/** The oldest ones first. */
export function listWaiting(transaction: Transaction, most: number): Promise<PublishedChange[]> {
  return transaction.query<PublishedChange>({
    name: 'outbox_waiting',
    text: `select workspace_id as "workspaceId", id, topic as type, record_kind as kind, record_id as "recordId", record_version as version, actor_id as "actorId",
      created_at as at, change_set_id as "changeSetId", undoes from crm.outbox_waiting($1) order by id`,
    values: [most],
  });
}

export async function markPublished(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.query({ name: 'outbox_published', text: 'select crm.outbox_published($1::uuid[])::text', values: [ids] });
}

export async function listUnsealed(database: Database, most: number): Promise<string[]> {
  const rows = await database.readGlobal<{ id: string }>({ name: 'audit_unsealed', text: 'select crm.audit_unsealed($1) as id', values: [most] });
  return rows.map(({ id }) => id);
}

/** Answers how many entries of the workspace were sealed. */
export async function seal(database: Database, workspaceId: string, most: number): Promise<number> {
  const [row] = await database.readGlobal<{ sealed: number }>({ name: 'audit_seal', text: 'select crm.audit_seal($1::uuid, $2) as sealed', values: [workspaceId, most] });
  return row?.sealed ?? 0;
}

/** Answers of a day ago to idempotency keys, events that were published a day ago; true: there is more. */
export async function purgeServed(database: Database, most: number): Promise<boolean> {
  const [row] = await database.readGlobal<{ more: boolean }>({ name: 'purge_served', text: "select crm.purge_served('1 day', $1) as more", values: [most] });
  return row?.more === true;
}

export async function backlog(database: Database, of: 'outbox_lag' | 'audit_lag'): Promise<Backlog> {
  const [row] = await database.readGlobal<Backlog>({
    name: of, text: `select waiting::int as waiting, coalesce(extract(epoch from now() - oldest), 0)::float8 as seconds from crm.${of}()`, values: [],
  });
  return row ?? { waiting: 0, seconds: 0 };
}
