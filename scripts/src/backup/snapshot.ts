import type pg from 'pg';
import { withConnection } from '../database/connection.js';
import { PlainError } from '../terminal/plain-error.js';
import { listTables, qualified } from './tables.js';

export interface Snapshot {
  client: pg.Client;
  /** For pg_dump --snapshot: it then sees exactly what we see. */
  id: string;
  takenAt: Date;
  lsn: string;
  database: string;
  serverVersion: number;
  databaseBytes: number;
}

const backupLock = 721_003;

/** No failure: the other one does the work. */
export class AlreadyRunning extends PlainError {}

/** Opens one view of the database that does not change, for as long as the work takes. A second backup at the same time is refused. */
export function withSnapshot<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return withConnection(url, async (client) => {
    const { rows: [lock] } = await client.query<{ ok: boolean }>('SELECT pg_try_advisory_lock($1) AS ok', [backupLock]);
    if (!lock!.ok) throw new AlreadyRunning('Another backup of this database is being taken: wait until it has ended.');
    // Where row-level security would hide rows, an error is right and a smaller backup is not.
    await client.query('SET row_security = off; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: [found] } = await client.query<Omit<Snapshot, 'client'>>(`
      SELECT pg_export_snapshot() AS id, clock_timestamp() AS "takenAt", current_database() AS database, current_setting('server_version_num')::int AS "serverVersion",
        pg_database_size(current_database())::float8 AS "databaseBytes",
        (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END)::text AS lsn`);
    await refuseFilteredView(client);
    return work({ client, ...found! });
  });
}

/** A role that row-level security binds would see nothing and call it everything. */
async function refuseFilteredView(client: pg.Client): Promise<void> {
  const { rows: [role] } = await client.query<{ name: string; free: boolean }>('SELECT rolname AS name, rolsuper OR rolbypassrls AS free FROM pg_roles WHERE rolname = current_user');
  if (!role!.free) {
    throw new PlainError(`The role ${role!.name} cannot take backups, because row-level security hides rows from it: use the role backup, which crmctl database prepare makes.`);
  }
}

export async function countTables(client: pg.Client): Promise<Record<string, number>> {
  const tables: Record<string, number> = {};
  for (const table of await listTables(client)) {
    const { rows: [found] } = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ONLY ${qualified(table)}`);
    tables[`${table.schema}.${table.name}`] = Number(found!.rows);
  }
  return tables;
}

export async function appliedMigrations(client: pg.Client): Promise<Record<string, string[]>> {
  const migrations: Record<string, string[]> = {};
  for (const { schema } of (await listTables(client)).filter(({ name }) => name === '_prisma_migrations')) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM ${qualified({ schema, name: '_prisma_migrations' })} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
    );
    migrations[schema] = rows.map(({ name }) => name);
  }
  return migrations;
}
