import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, DriverAdapterError, type SqlDriverAdapter, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { changeUrl, withConnection } from './connection.js';
import { extensions } from './prepare.js';

const charOid = 18; // "char", the type of one byte that the catalogues use
const textOid = 25;

/** Gives the engine its connections, one per database, all with `search_path` set to the service's schema. */
export class MigrationAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  private readonly pools: pg.Pool[] = [];
  private readonly shadows: string[] = [];

  constructor(
    private readonly url: string,
    private readonly schema: string,
  ) {}

  connect(): Promise<SqlDriverAdapter> {
    return this.open(this.url);
  }

  /** An empty database like the one that `prepareDatabase` makes: the migrations are replayed in it. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `shadow_${process.pid}_${Date.now()}_${this.shadows.length}`;
    await withConnection(this.url, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`));
    this.shadows.push(name);
    const url = changeUrl(this.url, { database: name });
    await withConnection(url, async (client) => {
      for (const extension of extensions) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension} WITH SCHEMA public`);
      await client.query(`CREATE SCHEMA IF NOT EXISTS "${this.schema}"`);
    });
    return this.open(url);
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.pools.map((pool) => pool.end()));
    for (const name of this.shadows) {
      await withConnection(this.url, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    }
  }

  private async open(url: string): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, options: `-c search_path=${this.schema}` });
    pool.on('error', () => undefined);
    this.pools.push(pool);
    const charColumns = readCharAsText(pool);
    const adapter: SqlDriverAdapter = await new PrismaPg(pool, { schema: this.schema }).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const column of charColumns()) result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    };
    adapter.executeScript = (script) => executeAsOneQuery(pool, script);
    return adapter;
  }
}

/** The adapter does not know "char" and the engine insists on it: it is read as text and marked as a character afterwards. */
function readCharAsText(pool: pg.Pool): () => number[] {
  let columns: number[] = [];
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const marked = async (...args: unknown[]): Promise<pg.QueryResult> => {
    const result = await query(...args);
    columns = [];
    for (const [index, field] of (result.fields as pg.FieldDef[] | undefined ?? []).entries()) {
      if (field.dataTypeID !== charOid) continue;
      field.dataTypeID = textOid;
      columns.push(index);
    }
    return result;
  };
  pool.query = marked as typeof pool.query;
  return () => columns;
}

/** The adapter would split at every `;`, also inside function bodies. One simple query is one transaction: all or nothing. */
async function executeAsOneQuery(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script);
  } catch (error) {
    const { code, severity, message, detail, column, hint } = error as pg.DatabaseError;
    throw new DriverAdapterError({ kind: 'postgres', code: code ?? 'N/A', severity: severity ?? 'ERROR', message, detail, column, hint });
  }
}
