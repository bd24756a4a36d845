import { createPool, Database, waitForSchema, watchPool } from '@crm-vision/common/database';
import { databaseCheck, redisCheck, watchDatabaseServer, watchRedisServer } from '@crm-vision/common/health';
import type { ServiceContext } from '@crm-vision/common/lifecycle';
import { createRedis } from '@crm-vision/common/redis';
import { NEEDED_MIGRATION, type WorkerConfig } from '../config.js';
import { watchBacklogs } from '../metrics.js';
import { watchBackups } from './backup-metrics.js';
import { readBackupStatus } from './backup-status.repository.js';
import { readOpenDeals } from './open-deals.repository.js';
import { watchOpenDeals } from './open-deals.js';
import { backlog, takeOver } from './queue.repository.js';
import { startWorker } from './worker.js';

/** Connects, waits for the schema, starts the loops, and says how to stop again. */
export async function start(config: WorkerConfig, { logger, health, shutdown }: ServiceContext): Promise<Record<string, unknown>> {
  const pool = createPool({ url: config.DATABASE_URL, schema: 'crm', max: config.DB_POOL_SIZE_MAX, statementTimeoutMs: config.DB_STATEMENT_TIMEOUT_MS, logger });
  shutdown.on('connections', () => pool.end());
  health.add(databaseCheck(pool));
  watchDatabaseServer(pool);
  await waitForSchema(pool, 'crm', NEEDED_MIGRATION, logger);
  const redis = config.REDIS_URL ? createRedis(config.REDIS_URL, logger) : undefined;
  if (redis) {
    health.add(redisCheck(redis));
    watchRedisServer(redis);
    shutdown.on('connections', async () => redis.disconnect());
  }
  const database = new Database(pool, logger, config.DB_QUEUE_MAX);
  watchPool(pool, database);
  await takeOver(database);
  watchBacklogs({ outbox: () => backlog(database, 'outbox_lag'), audit: () => backlog(database, 'audit_lag') });
  watchOpenDeals(() => readOpenDeals(database));
  watchBackups(() => readBackupStatus(database));
  const worker = startWorker({ database, redis, logger });
  shutdown.on('jobs', worker.stop);
  return {};
}
