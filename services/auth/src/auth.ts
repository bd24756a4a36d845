import { createPool, Database, waitForSchema, watchPool } from '@crm-vision/common/database';
import { startGrpcApp, TokenVerifier } from '@crm-vision/common/grpc';
import { databaseCheck, redisCheck } from '@crm-vision/common/health';
import type { ServiceContext } from '@crm-vision/common/lifecycle';
import { createRedis } from '@crm-vision/common/redis';
import { AppModule } from './app.module.js';
import { type AuthConfig, NEEDED_MIGRATION } from './config.js';
import { services } from './contract.js';
import { Housekeeping } from './housekeeping/housekeeping.js';
import { SigningKeysRepository } from './keys/signing-keys.repository.js';
import { SigningKeys } from './keys/signing-keys.js';
import { readPasswordLists } from './passwords/password-strength.js';

/** Connects, waits for the schema, listens, and says how to stop again. */
export async function start(config: AuthConfig, { logger, health, shutdown }: ServiceContext): Promise<{ grpcPort: number }> {
  const pool = createPool({ url: config.DATABASE_URL, schema: 'auth', max: config.DB_POOL_SIZE_MAX, statementTimeoutMs: config.DB_STATEMENT_TIMEOUT_MS, logger });
  shutdown.on('connections', () => pool.end());
  health.add(databaseCheck(pool));
  const redis = config.REDIS_URL ? createRedis(config.REDIS_URL, logger) : undefined;
  if (redis) {
    health.add(redisCheck(redis));
    shutdown.on('connections', async () => redis.disconnect());
  }
  await waitForSchema(pool, 'auth', NEEDED_MIGRATION, logger);
  const database = new Database(pool, logger, config.DB_QUEUE_MAX);
  watchPool(pool, database);
  const keys = new SigningKeys(new SigningKeysRepository(database, config.AUTH_ENCRYPTION_KEY), config, logger);
  await keys.start();
  readPasswordLists();
  const housekeeping = new Housekeeping(database, logger);
  housekeeping.start();
  shutdown.on('jobs', async () => {
    keys.stop();
    housekeeping.stop();
  });
  const module = AppModule.with({ database, keys, settings: config, logger, ...(redis && { redis }) });
  const app = await startGrpcApp({ service: 'auth', bind: config.GRPC_BIND, module, services, tokens: new TokenVerifier(keys), database, logger });
  health.onAccepting((accepting) => app.setServing(accepting));
  health.onWorking((working) => app.setWorking(working));
  shutdown.on('accepting', () => app.close(config.SHUTDOWN_GRACE_SECONDS * 1000));
  return { grpcPort: app.port };
}
