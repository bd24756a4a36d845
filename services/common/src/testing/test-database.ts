import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testServers } from './config.js';

/** A database of its own, with every migration applied and no rows. */
export interface TestDatabase {
  name: string;
  /** Its address for one of the roles: "auth_app", "crm_app", "crm_vision" (the owner) or, without a name, the superuser. */
  url(role?: string): string;
  /** Runs SQL as the superuser, who sees over the wall between workspaces. Name the schema of each table. */
  sql<T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Keeps what a statement locks, until the answer is called. */
  hold(text: string): Promise<() => Promise<void>>;
  /** False: everybody is thrown out and nobody gets in, as if the server were gone. */
  letIn(allowed: boolean): Promise<void>;
  drop(): Promise<void>;
}

function changed(url: string, database: string, role?: string): string {
  const result = new URL(url);
  result.pathname = `/${database}`;
  // All roles of a test server have one password.
  if (role) result.username = role;
  return result.href;
}

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServers().TEST_DATABASE_SUPERUSER_URL });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Copies the template. Make one per test file and drop it at the end. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_DATABASE_SUPERUSER_URL: superuser, TEST_DATABASE_TEMPLATE: template } = testServers();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(`CREATE DATABASE "${name}" TEMPLATE "${template}" OWNER crm_vision`);
  const pool = new pg.Pool({ connectionString: changed(superuser, name), max: 2 });
  pool.on('error', () => undefined);
  return {
    name,
    url: (role) => changed(superuser, name, role),
    sql: async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => (await pool.query<T>(text, [...values])).rows,
    hold: async (text) => {
      const client = await pool.connect();
      await client.query('BEGIN');
      await client.query(text);
      return async () => {
        await client.query('ROLLBACK');
        client.release();
      };
    },
    letIn: async (allowed) => {
      await asSuperuser(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${String(allowed)}`);
      if (!allowed) await asSuperuser(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    },
    drop: async () => {
      await pool.end();
      await asSuperuser(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}
