import { baseConfig, bindAddress, databaseConfig, loadConfigOrExit } from '@crm-vision/common/config';
import { z } from 'zod';

/** Every variable of this service; those of its worker stand with the worker. */
export const crmConfig = z.object({
  ...baseConfig,
  ...databaseConfig,
  GRPC_BIND: bindAddress().default('0.0.0.0:50052').describe('Where the gRPC server listens, host:port'),
  AUTH_GRPC_URL: z.string().min(1).max(2000).describe('The auth service, as a gRPC target such as "127.0.0.1:50051" or "dns:///auth:50051"'),
});

export type CrmConfig = z.output<typeof crmConfig>;

export const readConfig = (): CrmConfig => loadConfigOrExit(crmConfig, process.env);

/** The newest migration that this code cannot work without. */
export const NEEDED_MIGRATION = '20261101000500_faster_lists';
