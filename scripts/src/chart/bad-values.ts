import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { inRepository } from '../repository.js';

export type ServiceName = 'auth' | 'crm' | 'crm-worker' | 'gateway';

/** One mistake, as charts/crm-vision/tests/bad-values/*.yaml tell it. */
export interface BadValues {
  name: string;
  /** What `helm template` says when these values are laid over a good production's. */
  says: string;
  values: object;
  /** The same mistake in the environment of a service, and what that says where it says something else; absent where the chart alone can make it. */
  start?: { service: ServiceName; env: Record<string, string>; says?: string };
}

export function readBadValues(): BadValues[] {
  const folder = inRepository('charts/crm-vision/tests/bad-values');
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.yaml')).toSorted();
  return files.map((file) => ({ name: file.replace('.yaml', ''), ...(parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Omit<BadValues, 'name'>) }));
}

const password = 'Vb3k9Zq7LmX2rT8w';
const common = { NODE_ENV: 'production', REDIS_URL: `redis://:${password}@redis.internal:6379` };
const auth = 'dns:///crm-auth-grpc.crm.svc.cluster.local.:50051';
const PUBLIC_URL = 'https://crm.example.com';
const databaseUrl = (role: string): string => `postgresql://${role}:${password}@db.internal:5432/crm_vision`;

/** An environment that each service takes; one bad value in it is refused. */
export const goodEnvironments: Record<ServiceName, Record<string, string>> = {
  auth: { ...common, PUBLIC_URL, DATABASE_URL: databaseUrl('auth_app'), AUTH_ENCRYPTION_KEY: Buffer.from(Array.from({ length: 64 }, (_none, byte) => byte)).toString('base64') },
  crm: { ...common, DATABASE_URL: databaseUrl('crm_app'), AUTH_GRPC_URL: auth },
  'crm-worker': { ...common, DATABASE_URL: databaseUrl('crm_worker') },
  gateway: { ...common, PUBLIC_URL, AUTH_GRPC_URL: auth, CRM_GRPC_URL: 'dns:///crm-crm-grpc.crm.svc.cluster.local.:50051' },
};
