import { baseConfig, bindAddress, databaseConfig, integer, loadConfigOrExit, redisConfig } from '@crm-vision/common/config';
import { z } from 'zod';
import type { Quotas } from './quotas/quota.js';

/** A petabyte in bytes. */
const MOST = 1024 ** 5;

/** Every variable of the service. */
export const crmConfig = z.object({
  ...baseConfig,
  ...databaseConfig,
  GRPC_BIND: bindAddress().default('0.0.0.0:50052').describe('Where the gRPC server listens, host:port'),
  AUTH_GRPC_URL: z.string().min(1).max(2000).describe('The auth service, as a gRPC target such as "127.0.0.1:50051" or "dns:///auth:50051"'),
  QUOTA_RECORDS_MAX: integer(1, MOST).default(1_000_000).describe('Records that a workspace may have, those in the bin included'),
  QUOTA_BYTES_MAX: integer(1, MOST).default(20 * 1024 ** 3).describe('Bytes that a workspace may have of records and of what is kept about their changes'),
  QUOTA_EVENTS_PER_HOUR_MAX: integer(1, MOST).default(200_000).describe('Records that a workspace may change in one hour of the clock, each time counted'),
});

/** Every variable of its worker. */
export const workerConfig = z.object({
  ...baseConfig,
  ...databaseConfig,
  ...redisConfig,
  DB_STATEMENT_TIMEOUT_MS: integer(100, 600_000).default(30_000).describe('Milliseconds after which the database ends a statement; nobody waits for those of the worker'),
});

export type CrmConfig = z.output<typeof crmConfig>;

export type WorkerConfig = z.output<typeof workerConfig>;

export const readConfig = (): CrmConfig => loadConfigOrExit(crmConfig, process.env);
export const readWorkerConfig = (): WorkerConfig => loadConfigOrExit(workerConfig, process.env);

export const quotasOf = ({ QUOTA_RECORDS_MAX: records, QUOTA_BYTES_MAX: bytes, QUOTA_EVENTS_PER_HOUR_MAX: events }: CrmConfig): Quotas => ({ records, bytes, events });

/** The newest migration that this code cannot work without. */
export const NEEDED_MIGRATION = '20261130110000_workspace_quota';
