import pg from 'pg';
import { Gauge } from 'prom-client';
import { registry } from '../metrics/index.js';
import { toInstant } from './instant.js';
import type { Logger } from '../logging/index.js';

// Values leave the database as the public API shows them.
const { builtins } = pg.types;
pg.types.setTypeParser(builtins.TIMESTAMPTZ, toInstant);
pg.types.setTypeParser(builtins.DATE, (value) => value);
pg.types.setTypeParser(builtins.INT8, (value) => value);
pg.types.setTypeParser(builtins.NUMERIC, (value) => value);
// Most lists and objects of a page of rows are empty.
pg.types.setTypeParser(builtins.JSONB, (value) => (value === '[]' ? [] : value === '{}' ? {} : JSON.parse(value) as unknown));
// Not among the names of pg-types.
const TEXT_ARRAY = 1009 as typeof builtins.TEXT;
const parseTexts = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (value: string) => string[];
pg.types.setTypeParser(TEXT_ARRAY, (value) => (value === '{}' ? [] : parseTexts(value)));

export interface PoolOptions {
  url: string;
  schema: string;
  max: number;
  statementTimeoutMs: number;
  logger: Logger;
}

/** A pool whose connections send statements without waiting for the one before (pipelining). */
export function createPool({ url, schema, max, statementTimeoutMs, logger }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    pipeline: true,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    // Our statements take milliseconds, and compiling one takes many: the planner's guesses about JSON would ask for it.
    options: `-c search_path=${schema},public -c jit=off -c statement_timeout=${statementTimeoutMs} -c idle_in_transaction_session_timeout=30000 -c TimeZone=UTC`,
    application_name: schema,
  });
  // A connection that dies while idle or in use must not end the process.
  pool.on('error', (error) => logger.warn({ err: error }, 'An idle database connection was lost'));
  pool.on('connect', (client) => client.on('error', (error) => logger.warn({ err: error }, 'A database connection was lost')));
  return pool;
}

/** Registers gauges of the pool and of those who wait for it; call once a process. */
export function watchPool(pool: pg.Pool, database: { waiting: number }): void {
  new Gauge({
    name: 'db_pool_connections', help: 'Connections of the pool by state', labelNames: ['state'], registers: [registry],
    collect() {
      this.set({ state: 'total' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount + database.waiting);
    },
  });
}
