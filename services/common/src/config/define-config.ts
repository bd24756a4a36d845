import { z } from 'zod';

/** A configuration: one zod object; each key has a type, perhaps a default, and a description. */
export type ConfigDefinition = z.ZodObject;

/** Marks a key as secret: its value is never printed, its example is empty. */
export function secret<T extends z.ZodType>(schema: T): T {
  return schema.meta({ ...schema.meta(), secret: true });
}

export function isSecret(schema: z.ZodType): boolean {
  return schema.meta()?.['secret'] === true;
}

/** A whole number in an environment variable. */
export function integer(min: number, max: number): z.ZodCoercedNumber {
  return z.coerce.number(`Must be a whole number from ${min} to ${max}.`).int().min(min).max(max);
}

/** A port to listen on; 0 takes a free one. */
export const port = (): z.ZodCoercedNumber => integer(0, 65535);

/** "host:port", with port 0 for a free one. */
export const bindAddress = (): z.ZodString => z.string().regex(/^[^\s:]+:\d{1,5}$/, 'Must be host:port, such as "0.0.0.0:50051".');

/** A comma-separated list; empty means none. */
export const list = (): z.ZodPipe<z.ZodString, z.ZodTransform<string[], string>> =>
  z.string().transform((value) => value.split(',').map((item) => item.trim()).filter(Boolean));

/** Where people reach the system. */
export const publicUrl = (): z.ZodURL =>
  z.url({ protocol: /^https?$/ }).refine((value) => !URL.canParse(value) || new URL(value).pathname === '/', 'Must be an address without a path.');

/** The keys that every service has. */
export const baseConfig = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('Where it runs; production turns on the strict checks'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('The least severe log lines that are written'),
  MANAGEMENT_HOST: z.string().default('0.0.0.0').describe('Address of the management port'),
  MANAGEMENT_PORT: port().default(9464).describe('Port of /health/live, /health/ready, /health and /metrics'),
  SHUTDOWN_DELAY_SECONDS: integer(0, 120).default(0).describe('Seconds between "not ready" and the end of accepting, for load balancers to notice'),
  SHUTDOWN_GRACE_SECONDS: integer(1, 300).default(25).describe('Seconds that requests in flight get to end'),
  SENTRY_DSN: secret(z.url()).optional().describe('Where errors are reported; absent: nowhere'),
  LAUNCHER_PIPE: z.enum(['0', '1']).default('0').describe('1: the process stops when its standard input ends; set by the launcher'),
  RELEASE: z.string().max(100).default('dev').describe('Version shown in health, logs, metrics and errors'),
};

/** The keys of a service that has a database and speaks gRPC. */
export const databaseConfig = {
  DATABASE_URL: secret(z.string().regex(/^postgres(ql)?:\/\//, 'Must begin with postgres://.')).describe("PostgreSQL, as the service's own role"),
  DB_POOL_SIZE_MAX: integer(1, 100).default(8).describe('Connections at most; about four per core of the database'),
  DB_QUEUE_MAX: integer(1, 10_000).default(200).describe('Requests that may wait for a connection before new ones are turned away'),
  DB_STATEMENT_TIMEOUT_MS: integer(100, 600_000).default(3000).describe('Milliseconds after which the database ends a statement; less than a request may take'),
};

export const redisConfig = {
  REDIS_URL: secret(z.string().regex(/^rediss?:\/\//, 'Must begin with redis://.')).optional().describe('Redis; absent: everything works, without live updates over several processes'),
};
