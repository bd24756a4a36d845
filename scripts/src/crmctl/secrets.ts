import crypto from 'node:crypto';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { PlainError } from '../terminal/plain-error.js';

type Data = Record<string, string>;

export interface Servers {
  release: string;
  /** `embedded`, `cnpg`, or host[:port] of a server of the person's own. */
  postgresql: string;
  /** `embedded`, or the address of a Redis of the person's own. */
  redis: string;
}

interface Secret {
  name: string;
  type?: string;
  data: Data;
}

const roles = { owner: 'crm_vision', auth: 'auth_app', crm: 'crm_app', worker: 'crm_worker', backup: 'backup', drill: 'drill' } as const;
type Role = keyof typeof roles;

/** `crmctl secrets init`: every Secret that the chart reads, with passwords made by chance, as a manifest. It is shown once: whoever makes it keeps it. */
export function secrets(args: string[]): number {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: { release: { type: 'string', default: 'crm' }, postgresql: { type: 'string', default: 'embedded' }, redis: { type: 'string', default: 'embedded' } },
  });
  if (positionals.join(' ') !== 'init') throw new PlainError(`There is no "secrets ${positionals.join(' ')}". See npm run crmctl -- --help.`);
  process.stdout.write(makeSecrets(values).map(manifest).join('---\n'));
  return 0;
}

export function makeSecrets({ release, postgresql, redis }: Servers): Secret[] {
  const password = (): string => crypto.randomBytes(30).toString('base64url');
  const passwords = Object.fromEntries(Object.keys(roles).map((role) => [role, password()])) as Record<Role, string>;
  const host = { embedded: `${release}-postgresql:5432`, cnpg: `${release}-postgresql-rw:5432` }[postgresql] ?? (postgresql.includes(':') ? postgresql : `${postgresql}:5432`);
  const databaseUrl = (role: Role, database = 'crm_vision'): string => `postgresql://${roles[role]}:${passwords[role]}@${host}/${database}`;
  const redisPassword = password();
  const REDIS_URL = redis === 'embedded' ? `redis://:${redisPassword}@${release}-redis:6379` : redis;
  if (!/^rediss?:\/\//.test(REDIS_URL)) throw new PlainError('--redis takes "embedded", or an address such as rediss://:password@redis.example.com:6379.');
  const contents: Record<string, Data> = {
    gateway: { REDIS_URL },
    auth: { DATABASE_URL: databaseUrl('auth'), REDIS_URL, AUTH_ENCRYPTION_KEY: crypto.randomBytes(64).toString('base64') },
    crm: { DATABASE_URL: databaseUrl('crm') },
    'crm-worker': { DATABASE_URL: databaseUrl('worker'), REDIS_URL },
    migrate: { DATABASE_URL: databaseUrl('owner') },
    backup: { DATABASE_URL: databaseUrl('backup'), DRILL_DATABASE_URL: databaseUrl('drill', 'postgres') },
    ...(postgresql === 'cnpg' ? {} : { postgresql: { ...(postgresql === 'embedded' && { POSTGRES_PASSWORD: password() }), ...passwordVariables(passwords) } }),
    ...(redis === 'embedded' && { redis: { REDIS_PASSWORD: redisPassword } }),
  };
  const all: Secret[] = Object.entries(contents).map(([component, data]) => ({ name: `${release}-${component}`, data }));
  return postgresql === 'cnpg' ? [...all, ...roleSecrets(release, passwords)] : all;
}

/** As `crmctl database prepare` reads them. */
function passwordVariables(passwords: Record<Role, string>): Data {
  return Object.fromEntries(Object.entries(passwords).map(([role, password]) => [`${role.toUpperCase()}_PASSWORD`, password]));
}

/** As the operator of CloudNativePG reads them. */
function roleSecrets(release: string, passwords: Record<Role, string>): Secret[] {
  return Object.entries(passwords).map(([role, password]) => ({
    name: `${release}-postgresql-${role}`, type: 'kubernetes.io/basic-auth', data: { username: roles[role as Role], password },
  }));
}

function manifest({ name, type = 'Opaque', data }: Secret): string {
  return stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, type, stringData: data }, { lineWidth: 0 });
}
