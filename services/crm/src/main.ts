import 'reflect-metadata';
import { createPool, Database, waitForSchema, watchPool } from '@crm-vision/common/database';
import { startGrpcApp, TokenVerifier } from '@crm-vision/common/grpc';
import { databaseCheck } from '@crm-vision/common/health';
import { runService } from '@crm-vision/common/lifecycle';
import { AppModule } from './app.module.js';
import { AuthService } from './auth-service.js';
import { NEEDED_MIGRATION, readConfig } from './config.js';
import { services } from './contract.js';

const config = readConfig();

await runService('crm', config, async ({ logger, health, shutdown }) => {
  const pool = createPool({ url: config.DATABASE_URL, schema: 'crm', max: config.DB_POOL_SIZE_MAX, statementTimeoutMs: config.DB_STATEMENT_TIMEOUT_MS, logger });
  shutdown.on('connections', () => pool.end());
  watchPool(pool);
  health.add(databaseCheck(pool));
  await waitForSchema(pool, 'crm', NEEDED_MIGRATION, logger);
  const auth = new AuthService(config.AUTH_GRPC_URL);
  shutdown.on('connections', async () => auth.close());
  const database = new Database(pool, logger, config.DB_QUEUE_MAX);
  const app = await startGrpcApp({ service: 'crm', bind: config.GRPC_BIND, module: AppModule.with({ database, members: auth }), services, tokens: new TokenVerifier(auth), database, logger });
  health.onAccepting((accepting) => app.setServing(accepting));
  shutdown.on('accepting', () => app.close(config.SHUTDOWN_GRACE_SECONDS * 1000));
  return { grpcPort: app.port };
});
