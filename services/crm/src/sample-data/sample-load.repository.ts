import type { Transaction } from '@crm-vision/common/database';
import type { Act } from '../writes/act.js';
import { rowColumns } from '../writes/record-sql.js';
import type { EventRow } from './sample-timeline.js';
import type { SampleSet } from './sample-set.js';

/** The records of each kind go in as one statement, with the dates of the past. */
/** What a row takes, by the same measure when it comes and when it goes. */
interface Size {
  bytes: number;
}

export const bytesOf = (rows: readonly Size[]): number => rows.reduce((sum, { bytes }) => sum + bytes, 0);

type Rows = readonly Readonly<Record<string, unknown>>[];

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const toJson = (rows: Rows): string => JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]))));

export async function insertRecords(act: Act, kind: string, rows: Rows): Promise<void> {
  const { transaction, actor: { userId } } = act;
  const names = Object.keys(rows[0] ?? {}).map(snake);
  const made = await transaction.run<Size>(
    `insert into crm.${kind} as r (workspace_id, created_by, updated_by, ${names.join(', ')})
      select crm.current_workspace(), $1::uuid, $1::uuid, ${names.map((name) => `n.${name}`).join(', ')} from jsonb_populate_recordset(null::crm.${kind}, $2::jsonb) n
      returning pg_column_size(r) as bytes`,
    [userId, toJson(rows)],
  );
  act.count({ records: made.length, bytes: bytesOf(made) });
  await transaction.run(
    `insert into crm.sample_record (workspace_id, record_kind, record_id) select crm.current_workspace(), $1, id from unnest($2::uuid[]) as r(id)`,
    [kind, rows.map((row) => row['id'])],
  );
}

/** One step of many deals: those that stood in a stage go on, at times of their own. */
export async function moveDeals(transaction: Transaction, rows: Rows): Promise<void> {
  const names = ['stageId', 'stageEnteredAt', 'updatedAt', 'status', 'closedAt', 'lostReasonId'].map(snake);
  await transaction.run(
    `update crm.deal as d set ${names.map((name) => `${name} = n.${name}`).join(', ')} from jsonb_populate_recordset(null::crm.deal, $1::jsonb) n where d.id = n.id`,
    [toJson(rows)],
  );
}

export async function insertEvents(transaction: Transaction, actorId: string, rows: readonly EventRow[]): Promise<void> {
  const names = ['id', 'recordKind', 'recordId', 'at', 'kind', 'subjectKind', 'subjectId', 'subjectTitle', 'payload'];
  await transaction.run(
    `insert into crm.timeline_event (workspace_id, actor_id, ${names.map(snake).join(', ')})
      select crm.current_workspace(), $1::uuid, ${names.map((name) => `n.${snake(name)}`).join(', ')} from jsonb_populate_recordset(null::crm.timeline_event, $2::jsonb) n`,
    [actorId, toJson(rows as unknown as Rows)],
  );
}

/** Where each column ends, so that sample deals go below. */
export async function lastPositions(transaction: Transaction, stageIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await transaction.run<{ stageId: string; position: string }>(
    `select ${rowColumns(['stageId'])}, max(r.position) as position from crm.deal r where r.stage_id = any ($1::uuid[]) and r.deleted_at is null group by r.stage_id`, [stageIds],
  );
  return new Map(rows.map(({ stageId, position }) => [stageId, position]));
}

/** Domains and emails that live records have already: samples do without them. */
export async function takenNames(transaction: Transaction, { companies, contacts }: SampleSet): Promise<Set<string>> {
  const rows = await transaction.run<{ name: string }>(
    `select domain as name from crm.company where domain = any ($1::text[]) and deleted_at is null union all select email from crm.contact_email where live and email = any ($2::text[])`,
    [companies.map(({ domain }) => domain), contacts.flatMap(({ emails }) => emails.map(({ email }) => email))],
  );
  return new Set(rows.map(({ name }) => name));
}
