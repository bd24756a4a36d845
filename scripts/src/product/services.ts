import fs from 'node:fs';
import path from 'node:path';
import type { PreparedDatabase } from '../database/prepare.js';
import { freePorts } from '../processes/free-ports.js';
import { inRepository } from '../repository.js';
import type { ServiceProcess } from './service-process.js';

export interface Surroundings {
  database: PreparedDatabase;
  redisUrl: string;
  authEncryptionKey: string;
  port: number;
  host: string;
  publicUrl: string;
  logsFolder: string;
  /** Without it the gateway serves the API alone. */
  webRoot?: string;
  /** Settings for every service, such as LOG_LEVEL. */
  env?: Record<string, string>;
}

export type ServiceName = 'auth' | 'crm' | 'crm-worker' | 'gateway';

/** What runs, with which settings: the only place that knows how the services find each other on one machine. */
export async function servicesFor(around: Surroundings): Promise<Record<ServiceName, ServiceProcess>> {
  const [authPort, crmPort, ...management] = (await freePorts(6)) as [number, number, number, number, number, number];
  const [authUrl, crmUrl] = [`127.0.0.1:${authPort}`, `127.0.0.1:${crmPort}`];
  const { database, redisUrl: REDIS_URL, publicUrl: PUBLIC_URL, env = {} } = around;
  const service = (name: ServiceName, program: string, managementPort: number, own: Record<string, string>): ServiceProcess => ({
    name,
    program: inRepository('services', program),
    managementPort,
    logFile: path.join(around.logsFolder, `${name}.log`),
    env: { REDIS_URL, RELEASE: release(), ...own, ...env },
  });
  return {
    auth: service('auth', 'auth/dist/main.js', management[0], {
      GRPC_BIND: authUrl, DATABASE_URL: database.authUrl, AUTH_ENCRYPTION_KEY: around.authEncryptionKey, PUBLIC_URL,
      // Everybody on this machine has one address.
      SIGN_UPS_PER_ADDRESS_PER_DAY: '10000',
    }),
    crm: service('crm', 'crm/dist/main.js', management[1], { GRPC_BIND: crmUrl, DATABASE_URL: database.crmUrl, AUTH_GRPC_URL: authUrl }),
    'crm-worker': service('crm-worker', 'crm/dist/worker.js', management[2], { DATABASE_URL: database.workerUrl }),
    gateway: service('gateway', 'gateway/dist/main.js', management[3], {
      HTTP_HOST: around.host, HTTP_PORT: String(around.port), PUBLIC_URL, AUTH_GRPC_URL: authUrl, CRM_GRPC_URL: crmUrl,
      ...(around.webRoot === undefined ? {} : { WEB_ROOT: around.webRoot }),
    }),
  };
}

function release(): string {
  return (JSON.parse(fs.readFileSync(inRepository('package.json'), 'utf8')) as { version: string }).version;
}
