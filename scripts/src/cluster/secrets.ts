import crypto from 'node:crypto';
import type { Kubectl } from './tools/kubectl.js';

const password = (): string => crypto.randomBytes(30).toString('base64url');

/** One Secret per component, as whoever installs the chart brings them; made once, since a database keeps its passwords. */
export async function makeSecrets(kubectl: Kubectl, release: string): Promise<void> {
  const secrets = Object.entries(contents(release)).map(([component, stringData]) => ({
    apiVersion: 'v1', kind: 'Secret', metadata: { name: `${release}-${component}` }, stringData,
  }));
  await kubectl.apply({ apiVersion: 'v1', kind: 'List', items: secrets });
}

function contents(release: string): Record<string, Record<string, string>> {
  const passwords = { postgres: password(), crm_vision: password(), auth_app: password(), crm_app: password(), backup: password(), drill: password() };
  const databaseUrl = (role: keyof typeof passwords, database = 'crm_vision'): string => `postgresql://${role}:${passwords[role]}@${release}-postgresql:5432/${database}`;
  const redisPassword = password();
  const redisUrl = `redis://:${redisPassword}@${release}-redis:6379`;
  return {
    gateway: { REDIS_URL: redisUrl },
    auth: { DATABASE_URL: databaseUrl('auth_app'), REDIS_URL: redisUrl, AUTH_ENCRYPTION_KEY: crypto.randomBytes(64).toString('base64') },
    crm: { DATABASE_URL: databaseUrl('crm_app'), REDIS_URL: redisUrl },
    migrate: { DATABASE_URL: databaseUrl('crm_vision') },
    backup: { DATABASE_URL: databaseUrl('backup'), DRILL_DATABASE_URL: databaseUrl('drill', 'postgres') },
    postgresql: {
      POSTGRES_PASSWORD: passwords.postgres, OWNER_PASSWORD: passwords.crm_vision, AUTH_PASSWORD: passwords.auth_app,
      CRM_PASSWORD: passwords.crm_app, BACKUP_PASSWORD: passwords.backup, DRILL_PASSWORD: passwords.drill,
    },
    redis: { REDIS_PASSWORD: redisPassword },
  };
}
