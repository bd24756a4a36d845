import type { ServiceDefinition } from '@grpc/grpc-js';
import type { DynamicModule, Type } from '@nestjs/common';
import type pg from 'pg';
import { createPool, Database } from '../database/index.js';
import { type GrpcApp, GrpcChannel, type GrpcClient, type KeySource, startGrpcApp, TokenVerifier } from '../grpc/index.js';
import { createLogger, type Logger } from '../logging/index.js';
import { createRedis, type Redis } from '../redis/index.js';
import { testServers } from './config.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { createTestTokens, type TestTokens } from './test-tokens.js';

/** What a service under test is made of: the real things, small. */
export interface TestParts {
  pool: pg.Pool;
  database: Database;
  redis: Redis;
  logger: Logger;
}

export interface TestServiceOptions {
  /** Schema of the service; its login role is `<schema>_app`. */
  schema: string;
  services: readonly ServiceDefinition[];
  /** The service's module, wired with the parts. `keys` when it verifies tokens by keys of its own. */
  compose: (parts: TestParts) => ComposedService | Promise<ComposedService>;
}

export interface ComposedService {
  module: Type | DynamicModule;
  keys?: KeySource;
}

/** A running service with a database of its own, and a real client to it. */
export interface TestService extends TestParts {
  app: GrpcApp;
  /** A gRPC target. */
  url: string;
  testDatabase: TestDatabase;
  /** Signs tokens that the service accepts, unless it brought its own keys. */
  tokens: TestTokens;
  /** A typed client; pass the token in the second argument of each call. */
  client<D extends ServiceDefinition>(definition: D): GrpcClient<D>;
  stop(): Promise<void>;
}

/** Boots a service on a free port over real gRPC, PostgreSQL and Redis. Stop it at the end of the file. */
export async function startTestService({ schema, services, compose }: TestServiceOptions): Promise<TestService> {
  const [testDatabase, tokens] = await Promise.all([createTestDatabase(), createTestTokens()]);
  const logger = createLogger({ service: schema, level: 'silent', release: 'test' });
  const pool = createPool({ url: testDatabase.url(`${schema}_app`), schema, max: 5, statementTimeoutMs: 10_000, logger });
  const parts = { pool, database: new Database(pool, logger), redis: createRedis(testServers().TEST_REDIS_URL, logger), logger };
  const { module, keys } = await compose(parts);
  const app = await startGrpcApp({ service: schema, bind: '127.0.0.1:0', module, services, tokens: new TokenVerifier(keys ?? tokens), database: parts.database, logger });
  const url = `127.0.0.1:${app.port}`;
  const channel = new GrpcChannel({ url, services, deadlineMs: 20_000 });
  return {
    ...parts, app, url, testDatabase, tokens,
    client: (definition) => channel.service(definition),
    stop: async () => {
      channel.close();
      await app.close(1000);
      parts.redis.disconnect();
      await pool.end();
      await testDatabase.drop();
    },
  };
}
