import { createPool, Database, waitForSchema, watchPool } from '@crm-vision/common/database';
import { startGrpcApp, TokenVerifier } from '@crm-vision/common/grpc';
import { databaseCheck } from '@crm-vision/common/health';
import type { ServiceContext } from '@crm-vision/common/lifecycle';
import { AppModule } from './app.module.js';
import { AuthClient } from './auth.client.js';
import { type CrmConfig, NEEDED_MIGRATION, quotasOf } from './config.js';
import { services } from './contract.js';

/** Connects, waits for the schema, listens, and says how to stop again. */
export async function start(config: CrmConfig, { logger, health, shutdown }: ServiceContext): Promise<{ grpcPort: number }> {
  const pool = createPool({ url: config.DATABASE_URL, schema: 'crm', max: config.DB_POOL_SIZE_MAX, statementTimeoutMs: config.DB_STATEMENT_TIMEOUT_MS, logger });
  shutdown.on('connections', () => pool.end());
  health.add(databaseCheck(pool));
  await waitForSchema(pool, 'crm', NEEDED_MIGRATION, logger);
  const auth = new AuthClient(config.AUTH_GRPC_URL);
  shutdown.on('connections', async () => auth.close());
  health.add(auth.check);
  const database = new Database(pool, logger, config.DB_QUEUE_MAX);
  watchPool(pool, database);
  const app = await startGrpcApp({ service: 'crm', bind: config.GRPC_BIND, module: AppModule.with({ database, members: auth, quotas: quotasOf(config) }), services, tokens: new TokenVerifier(auth), database, logger });
  health.onAccepting((accepting) => app.setServing(accepting));
  health.onWorking((working) => app.setWorking(working));
  shutdown.on('accepting', () => app.close(config.SHUTDOWN_GRACE_SECONDS * 1000));
  return { grpcPort: app.port };
}
