import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createTestDatabase, startTestProcess, type TestDatabase, type TestProcess, testServers } from '@crm-vision/common/testing';
import { GrpcChannel } from '@crm-vision/common/grpc';
import { SessionServiceService } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import path from 'node:path';
import { signUpRequest } from './testing.js';

jest.setTimeout(90_000);
const main = path.resolve(import.meta.dirname, '../dist/main.js');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function environment(extra: Record<string, string> = {}): Record<string, string> {
  return {
    DATABASE_URL: database.url('auth_app'), AUTH_ENCRYPTION_KEY: Buffer.from(Array.from({ length: 48 }, (_none, byte) => byte)).toString('base64'), PUBLIC_URL: 'https://crm.example.com',
    GRPC_BIND: '127.0.0.1:0', MANAGEMENT_HOST: '127.0.0.1', MANAGEMENT_PORT: '0', ...extra,
  };
}

async function signUpAt(service: TestProcess): Promise<string> {
  const { grpcPort } = await service.line('Ready');
  const channel = new GrpcChannel({ url: `127.0.0.1:${String(grpcPort)}`, services: [SessionServiceService] });
  const { sessionToken } = await channel.service(SessionServiceService).signUp(signUpRequest());
  channel.close();
  return sessionToken;
}

describe('the auth process', () => {
  it('starts, serves, tells its health and stops with 0 on SIGTERM', async () => {
    const service = startTestProcess(main, environment({ REDIS_URL: testServers().TEST_REDIS_URL }));
    expect(await signUpAt(service)).toHaveLength(43);
    const { managementPort } = await service.line('Ready');
    const health = (await (await fetch(`http://127.0.0.1:${String(managementPort)}/health`)).json()) as { status: string; checks: Record<string, { status: string }> };
    expect(health).toMatchObject({ status: 'ok', service: 'auth', checks: { database: { status: 'ok', details: { pool: { waiting: 0 } } }, redis: { status: 'ok' } } });
    const metrics = await (await fetch(`http://127.0.0.1:${String(managementPort)}/metrics`)).text();
    expect(metrics).toMatch(/^auth_sign_ups_total 1$/m);
    expect(metrics).toMatch(/^grpc_server_call_duration_seconds_count\{method="[^"]+SignUp",status="OK"\} 1$/m);
    for (const name of ['db_pool_connections{state="waiting"} 0', 'nodejs_eventloop_lag_seconds', 'build_info{service="auth"', 'slow_queries_total']) expect(metrics).toContain(name);
    expect(await service.stop()).toBe(0);
    expect(service.output()).not.toMatch(/postgres:\/\/|BwcHBwcH/);
  });

  it('works without Redis', async () => {
    const service = startTestProcess(main, environment());
    expect(await signUpAt(service)).toHaveLength(43);
    expect(await service.stop()).toBe(0);
  });

  it('works while Redis is away, and says so', async () => {
    const service = startTestProcess(main, environment({ REDIS_URL: 'redis://127.0.0.1:1' }));
    expect(await signUpAt(service)).toHaveLength(43);
    expect(service.output()).toContain('going on without it');
    expect(await service.stop()).toBe(0);
  });
});

describe('the configuration of auth', () => {
  it('stops the start with 78 and names every bad variable, without its value', async () => {
    const service = startTestProcess(main, {
      DATABASE_URL: 'mysql://secret-user:secret-word@localhost', AUTH_ENCRYPTION_KEY: 'c2VjcmV0', GRPC_BIND: 'nowhere', DB_POOL_SIZE_MAX: 'many', SESSION_TTL_DAYS: '0',
      ACCESS_TOKEN_TTL_SECONDS: '1.5', LOG_LEVEL: 'loud', PUBLIC_URL: 'crm', MANAGEMENT_PORT: '70000', SENTRY_DSN: 'secret-dsn', REDIS_URL: 'http://secret-redis',
    });
    expect(await service.exited).toBe(78);
    for (const key of ['DATABASE_URL', 'AUTH_ENCRYPTION_KEY', 'GRPC_BIND', 'DB_POOL_SIZE_MAX', 'SESSION_TTL_DAYS', 'ACCESS_TOKEN_TTL_SECONDS', 'LOG_LEVEL', 'PUBLIC_URL', 'MANAGEMENT_PORT', 'SENTRY_DSN', 'REDIS_URL']) {
      expect(service.output()).toContain(`  ${key}`);
    }
    expect(service.output()).not.toMatch(/secret-|c2VjcmV0/);
  });

  it('names what is missing', async () => {
    const service = startTestProcess(main, {});
    expect(await service.exited).toBe(78);
    expect(service.output()).toMatch(/DATABASE_URL is missing: .*\n\s+AUTH_ENCRYPTION_KEY is missing: .*\n\s+PUBLIC_URL is missing/);
  });
});
