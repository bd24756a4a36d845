import type { Database } from '@crm-vision/common/database';
import type { Logger } from '@crm-vision/common/logging';
import type { Redis } from '@crm-vision/common/redis';
import type { AuthConfig } from './config.js';
import type { SigningKeys } from './keys/signing-keys.js';

/** The figures of the configuration that the features use. */
export type AuthSettings = Pick<AuthConfig, 'AUTH_ENCRYPTION_KEY' | 'PUBLIC_URL' | 'SIGN_UPS_PER_ADDRESS_PER_DAY' | 'SESSION_TTL_DAYS' | 'SESSION_MAX_DAYS' | 'ACCESS_TOKEN_TTL_SECONDS' | 'TRUSTED_GATEWAYS'>;

/** What the service is made of; made once at the start, handed to the features. */
export interface AuthParts {
  database: Database;
  keys: SigningKeys;
  settings: AuthSettings;
  logger: Logger;
  /** Absent: revocations reach the gateways when their short caches end. */
  redis?: Redis;
}

export const SETTINGS = Symbol('settings');
export const LOGGER = Symbol('logger');
export const REDIS = Symbol('redis');
