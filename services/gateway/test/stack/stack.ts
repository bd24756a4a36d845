import { createTestDatabase, startTestProcess, type TestDatabase, type TestProcess, testServers } from '@crm-vision/common/testing';
import path from 'node:path';

export interface StackOptions {
  gateways?: number;
  /** False: the gateway finds nobody at crm's address. */
  crm?: boolean;
  /** crm's worker, which publishes what happened. */
  worker?: boolean;
  redisUrl?: string | null;
  gateway?: Record<string, string>;
  /** Variables of crm. */
  crmSettings?: Record<string, string>;
  /** Variables of every service. */
  everywhere?: Record<string, string>;
}

/** The real services as processes, with a database of their own. */
export interface Stack {
  /** Where the first gateway listens. */
  origin: string;
  origins: string[];
  gateways: TestProcess[];
  authUrl: string;
  crmUrl: string;
  database: TestDatabase;
  auth: TestProcess;
  /** Absent when the stack has none. */
  crm?: TestProcess;
  /** Kills auth or crm; the answer brings it back at the same address. */
  kill(service: 'auth' | 'crm'): Promise<() => Promise<void>>;
  /** Another gateway beside the others. */
  addGateway(settings?: Record<string, string>): Promise<string>;
  /** Every process that runs or ran. */
  services(): TestProcess[];
  stop(): Promise<void>;
}

const NOBODY = '127.0.0.1:1';
const ANY_PORT = '127.0.0.1:0';
const main = (service: string, file = 'main.js'): string => path.resolve(import.meta.dirname, '../../..', service, 'dist', file);
const onThisMachine = { MANAGEMENT_HOST: '127.0.0.1', MANAGEMENT_PORT: '0' };

/** No limit is reached by accident. */
const ampleLimits = { RATE_LIMIT_USER_PER_MINUTE: '1000000', RATE_LIMIT_PUBLIC_PER_MINUTE: '1000000', RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000000' };

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const database = await createTestDatabase();
  const running: TestProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.toReversed().map((started) => started.stop()));
    await database.drop();
  };
  try {
    return await startServices(options, database, running, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startServices(options: StackOptions, database: TestDatabase, running: TestProcess[], stop: () => Promise<void>): Promise<Stack> {
  const { gateways = 1, crm = true, worker = false, redisUrl = testServers().TEST_REDIS_URL, gateway = {}, crmSettings: ownSettings = {}, everywhere = {} } = options;
  const start = (program: string, environment: Record<string, string>): TestProcess => {
    const started = startTestProcess(program, { ...onThisMachine, ...(redisUrl && { REDIS_URL: redisUrl }), ...everywhere, ...environment });
    running.push(started);
    return started;
  };
  const startAuth = (GRPC_BIND = ANY_PORT): TestProcess => start(main('auth'), {
    GRPC_BIND, DATABASE_URL: database.url('auth_app'), AUTH_ENCRYPTION_KEY: Buffer.from(Array.from({ length: 48 }, (_none, byte) => byte)).toString('base64'), PUBLIC_URL: 'http://localhost', SIGN_UPS_PER_ADDRESS_PER_DAY: '1000000',
  });
  const startedAuth = startAuth();
  const authUrl = await grpcUrl(startedAuth);
  const crmSettings = { DATABASE_URL: database.url('crm_app'), AUTH_GRPC_URL: authUrl, ...ownSettings };
  const startCrm = (GRPC_BIND = ANY_PORT): TestProcess => start(main('crm'), { GRPC_BIND, ...crmSettings });
  const startedCrm = crm ? startCrm() : undefined;
  const crmUrl = startedCrm ? await grpcUrl(startedCrm) : NOBODY;
  if (worker) await start(main('crm', 'worker.js'), { DATABASE_URL: database.url('crm_worker') }).line('Ready');
  const addGateway = async (settings: Record<string, string> = {}): Promise<string> => {
    const started = start(main('gateway'), {
      HTTP_HOST: '127.0.0.1', HTTP_PORT: '0', PUBLIC_URL: 'http://localhost', AUTH_GRPC_URL: authUrl, CRM_GRPC_URL: crmUrl, ...ampleLimits, ...gateway, ...settings,
    });
    const { httpPort } = await started.line('Ready');
    stack.gateways.push(started);
    stack.origins.push(`http://127.0.0.1:${String(httpPort)}`);
    return stack.origins.at(-1) ?? '';
  };
  const kill = async (service: 'auth' | 'crm'): Promise<() => Promise<void>> => {
    const process = stack[service];
    process?.kill('SIGKILL');
    await process?.exited;
    return async () => {
      stack[service] = service === 'auth' ? startAuth(authUrl) : startCrm(crmUrl);
      await stack[service].line('Ready');
    };
  };
  const stack: Stack = { origin: '', origins: [], gateways: [], auth: startedAuth, ...(startedCrm && { crm: startedCrm }), authUrl, crmUrl, database, kill, addGateway, services: () => running, stop };
  await Promise.all(Array.from({ length: gateways }, () => addGateway()));
  stack.origin = stack.origins[0] ?? '';
  return stack;
}

async function grpcUrl(service: TestProcess): Promise<string> {
  const { grpcPort } = await service.line('Ready');
  return `127.0.0.1:${String(grpcPort)}`;
}
