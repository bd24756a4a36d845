import { baseConfig, bindAddress, databaseConfig, integer, loadConfigOrExit, publicUrl, redisConfig, secret } from '@crm-vision/common/config';
import { z } from 'zod';

const KEY_BYTES = 32;
/** 32 bytes of chance have 30 different ones; those of a phrase or of one letter have fewer. */
const DIFFERENT_BYTES = 16;

const encryptionKey = z
  .string()
  .refine((value) => Buffer.from(value, 'base64').length >= KEY_BYTES, `Must be at least ${KEY_BYTES} bytes in base64.`)
  .refine((value) => new Set(Buffer.from(value, 'base64')).size >= DIFFERENT_BYTES, 'Must be made by chance.');

/** Every variable of this service. */
export const authConfig = z.object({
  ...baseConfig,
  ...databaseConfig,
  ...redisConfig,
  GRPC_BIND: bindAddress().default('0.0.0.0:50051').describe('Where the gRPC server listens, host:port'),
  AUTH_ENCRYPTION_KEY: secret(encryptionKey).describe('Encrypts the signing keys and kept answers at rest; make one with `openssl rand -base64 64`'),
  SESSION_TTL_DAYS: integer(1, 365).default(30).describe('Days that a session lives after it was last used'),
  ACCESS_TOKEN_TTL_SECONDS: integer(30, 3600).default(300).describe('Seconds that an access token lives'),
  SIGNING_KEY_DAYS: integer(1, 365).default(30).describe('Days that one key signs before the next takes over'),
  PUBLIC_URL: publicUrl().describe('Where people reach the web app; invitation links begin with it'),
});

export type AuthConfig = z.output<typeof authConfig>;

export const readConfig = (): AuthConfig => loadConfigOrExit(authConfig, process.env);

/** The newest migration that this code cannot work without. */
export const NEEDED_MIGRATION = '20261130042000_workspace_version';
