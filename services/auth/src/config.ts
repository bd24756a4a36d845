import { BlockList } from 'node:net';
import { baseConfig, bindAddress, databaseConfig, integer, list, loadConfigOrExit, publicUrl, redisConfig, secret } from '@crm-vision/common/config';
import { z } from 'zod';
import { networksOf } from './callers/caller.js';

const KEY_BYTES = 32;
/** 32 bytes of chance have 30 different ones; those of a phrase or of one letter have fewer. */
const DIFFERENT_BYTES = 16;

const encryptionKey = z
  .string()
  .refine((value) => Buffer.from(value, 'base64').length >= KEY_BYTES, `Must be at least ${KEY_BYTES} bytes in base64.`)
  .refine((value) => new Set(Buffer.from(value, 'base64')).size >= DIFFERENT_BYTES, 'Must be made by chance.');

/** This machine, and the networks that are nobody's on the internet: where the gateways of a cluster are. */
const PRIVATE_NETWORKS = ['127.0.0.0/8', '::1/128', '10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

const networks = list().refine((values) => areNetworks(values), 'Must be networks such as "10.0.0.0/8".');

function areNetworks(values: readonly string[]): boolean {
  try {
    return networksOf(values) instanceof BlockList;
  } catch {
    return false;
  }
}

/** Every variable of this service. */
export const authConfig = z.object({
  ...baseConfig,
  ...databaseConfig,
  ...redisConfig,
  GRPC_BIND: bindAddress().default('0.0.0.0:50051').describe('Where the gRPC server listens, host:port'),
  AUTH_ENCRYPTION_KEY: secret(encryptionKey).describe('Encrypts the signing keys and kept answers at rest; make one with `openssl rand -base64 64`'),
  SIGN_UPS_PER_ADDRESS_PER_DAY: integer(1, 10_000_000).default(50).describe('Sign-ups a day from one address; five times as many from the network around it'),
  SESSION_TTL_DAYS: integer(1, 365).default(30).describe('Days that a session lives after it was last used'),
  SESSION_MAX_DAYS: integer(1, 3650).default(90).describe('Days after which a session ends however much it is used: the person gives the password again'),
  ACCESS_TOKEN_TTL_SECONDS: integer(30, 3600).default(300).describe('Seconds that an access token lives'),
  SIGNING_KEY_DAYS: integer(1, 365).default(30).describe('Days that one key signs before the next takes over'),
  TRUSTED_GATEWAYS: networks.default(PRIVATE_NETWORKS).describe('Networks of the gateways, which are believed where a person signs in from; whoever else calls counts by the address of the connection'),
  PUBLIC_URL: publicUrl().describe('Where people reach the web app; invitation links begin with it'),
});

export type AuthConfig = z.output<typeof authConfig>;

export const readConfig = (): AuthConfig => loadConfigOrExit(authConfig, process.env);

/** The newest migration that this code cannot work without. */
export const NEEDED_MIGRATION = '20261130092000_known_devices';
