import type pg from 'pg';
import { isReady, type Redis } from '../redis/index.js';
import type { Check } from './health.js';

const HIT_RATIO = 'select round(blks_hit::numeric / nullif(blks_hit + blks_read, 0), 4)::float8 as ratio from pg_stat_database where datname = current_database()';

/** The database answers; with pool and cache hit ratio. Needed. */
export function databaseCheck(pool: pg.Pool): Check {
  return {
    name: 'database',
    needed: true,
    async run() {
      const { rows } = await pool.query<{ ratio: number | null }>({ text: HIT_RATIO });
      return { cacheHitRatio: rows[0]?.ratio ?? null, pool: { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount } };
    },
  };
}

function figure(info: string, key: string): number {
  return Number(new RegExp(`^${key}:(\\d+)`, 'm').exec(info)?.[1] ?? 0);
}

/** Redis answers; with its hit ratio. Not needed: everything works without it. */
export function redisCheck(redis: Redis): Check {
  return {
    name: 'redis',
    needed: false,
    async run() {
      if (!isReady(redis)) throw new Error('Redis is not reachable.');
      const info = await redis.info('stats').catch(() => '');
      const [hits, misses] = [figure(info, 'keyspace_hits'), figure(info, 'keyspace_misses')];
      return { hitRatio: hits + misses === 0 ? null : Math.round((hits / (hits + misses)) * 10_000) / 10_000 };
    },
  };
}
