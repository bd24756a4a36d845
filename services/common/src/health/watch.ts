import type pg from 'pg';
import { Gauge } from 'prom-client';
import { afterOtherGauges, registry, watchFigures } from '../metrics/index.js';
import type { Redis } from '../redis/index.js';
import type { Health } from './health.js';

/** Registers a gauge of every check; call once a process. */
export function watchHealth(health: Health): void {
  new Gauge({
    name: 'health_check_up', help: 'Whether what a check asks is well: 1 or 0', labelNames: ['check', 'needed'], registers: [registry],
    async collect() {
      await afterOtherGauges();
      for (const [check, { status, needed }] of Object.entries(await health.results())) this.set({ check, needed: String(needed) }, status === 'ok' ? 1 : 0);
    },
  });
}

// Named as the usual exporters name them: dashboards and alerts read either.
const databaseFigures = {
  pg_settings_max_connections: 'Connections that the server allows',
  pg_database_size_bytes: 'Size of our database',
  pg_stat_database_numbackends: 'Connections to our database',
  pg_stat_database_xact_commit: 'Transactions committed',
  pg_stat_database_xact_rollback: 'Transactions rolled back',
  pg_stat_database_blks_hit: 'Blocks found in the cache of the server',
  pg_stat_database_blks_read: 'Blocks read from disk',
  pg_stat_database_deadlocks: 'Deadlocks',
  pg_stat_database_temp_bytes: 'Bytes written to temporary files, by sorts and joins that were larger than work_mem',
};

const DATABASE_FIGURES = `select current_setting('max_connections')::float8 as pg_settings_max_connections, pg_database_size(datid)::float8 as pg_database_size_bytes,
  ${Object.keys(databaseFigures).filter((name) => name.startsWith('pg_stat_database_')).map((name) => `${name.slice('pg_stat_database_'.length)}::float8 as ${name}`).join(', ')}
  from pg_stat_database where datname = current_database()`;

/** What the server counts about our database. One service of a release tells it. */
export function watchDatabaseServer(pool: pg.Pool): void {
  watchFigures({
    names: databaseFigures,
    labels: { datname: pool.options.database ?? new URL(pool.options.connectionString ?? '').pathname.slice(1) },
    ask: async () => (await pool.query<Record<string, number>>({ text: DATABASE_FIGURES })).rows[0] ?? {},
  });
}

/** Our name, the one that Redis has for it, and what it tells. */
const redisFigures = [
  ['redis_connected_clients', 'connected_clients', 'Connections'],
  ['redis_memory_used_bytes', 'used_memory', 'Memory in use'],
  ['redis_memory_max_bytes', 'maxmemory', 'Memory that it may use; 0: no limit'],
  ['redis_commands_processed_total', 'total_commands_processed', 'Commands'],
  ['redis_keyspace_hits_total', 'keyspace_hits', 'Keys that were found'],
  ['redis_keyspace_misses_total', 'keyspace_misses', 'Keys that were not found'],
  ['redis_evicted_keys_total', 'evicted_keys', 'Keys that had to go for lack of memory'],
] as const;

/** What Redis counts. One service of a release tells it. */
export function watchRedisServer(redis: Redis): void {
  watchFigures({
    names: Object.fromEntries(redisFigures.map(([name, , help]) => [name, help])),
    ask: async () => {
      const info = new Map([...(await redis.info()).matchAll(/^(\w+):(\d+)\r?$/gm)].map(([, key, value]) => [key, Number(value)]));
      return Object.fromEntries(redisFigures.flatMap(([name, key]) => (info.has(key) ? [[name, info.get(key)!]] : [])));
    },
  });
}
