import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GrpcChannel } from '@crm-vision/common/grpc';
import { createTestDatabase, createTestTokens, eventually, startTestProcess, type TestDatabase, type TestProcess, type TestTokens } from '@crm-vision/common/testing';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { companyInput } from './companies/company-input.js';
import { type StandInAuth, standInAuth } from './stand-in-auth.js';
import { refusal } from './testing.js';

jest.setTimeout(90_000);
const main = path.resolve(import.meta.dirname, '../dist/main.js');
let database: TestDatabase;
let tokens: TestTokens;
let auth: StandInAuth;

beforeAll(async () => {
  [database, tokens] = await Promise.all([createTestDatabase(), createTestTokens()]);
  auth = await standInAuth(tokens);
});
afterAll(async () => {
  auth.stop();
  await database.drop();
});

const environment = (extra: Record<string, string> = {}): Record<string, string> => ({
  DATABASE_URL: database.url('crm_app'), AUTH_GRPC_URL: auth.url, GRPC_BIND: '127.0.0.1:0', MANAGEMENT_HOST: '127.0.0.1', MANAGEMENT_PORT: '0', ...extra,
});

async function channelTo(service: TestProcess): Promise<GrpcChannel> {
  const { grpcPort } = await service.line('Ready');
  return new GrpcChannel({ url: `127.0.0.1:${String(grpcPort)}`, services: [CompanyServiceService], deadlineMs: 20_000 });
}

describe('the crm process', () => {
  it('starts, believes the keys of auth, asks auth for members, tells its health and stops with 0 on SIGTERM', async () => {
    const service = startTestProcess(main, environment());
    const channel = await channelTo(service);
    const companies = channel.service(CompanyServiceService);
    const token = await tokens.sign({ workspaceId: randomUUID() });
    const [bob, stranger] = [randomUUID(), randomUUID()];
    auth.members.add(bob);
    expect((await companies.createCompany({ input: companyInput({ name: 'Engines', ownerId: bob }) }, { token })).company?.ownerId).toBe(bob);
    await expect(companies.createCompany({ input: companyInput({ name: 'Engines', ownerId: stranger }) }, { token })).rejects.toEqual(refusal('invalid', 'OWNER_NOT_FOUND', 'ownerId'));
    const forged = await (await createTestTokens()).sign();
    await expect(companies.listCompanies({ list: undefined }, { token: forged })).rejects.toEqual(refusal('unauthenticated', 'UNAUTHENTICATED'));
    const { managementPort } = await service.line('Ready');
    await eventually(async () => {
      const health: unknown = await (await fetch(`http://127.0.0.1:${String(managementPort)}/health`)).json();
      expect(health).toMatchObject({ status: 'ok', service: 'crm', checks: { database: { status: 'ok' }, auth: { status: 'ok' } } });
    });
    const metrics = await (await fetch(`http://127.0.0.1:${String(managementPort)}/metrics`)).text();
    expect(metrics).toMatch(/^grpc_server_call_duration_seconds_count\{method="[^"]+CreateCompany",status="OK"\} 1$/m);
    channel.close();
    expect(await service.stop()).toBe(0);
    expect(service.output()).not.toMatch(/postgres:\/\/|eyJ/);
  });

  it('lets a call in flight end when it is told to stop', async () => {
    const service = startTestProcess(main, environment());
    const channel = await channelTo(service);
    const token = await tokens.sign();
    for (const n of [1, 2, 3, 4]) await channel.service(CompanyServiceService).createCompany({ input: companyInput({ name: `Last ${n}` }) }, { token });
    const letGo = await database.hold('lock table crm.company in access exclusive mode');
    const late = channel.service(CompanyServiceService).listCompanies({ list: undefined }, { token });
    await eventually(async () => expect(await database.sql("select 1 from pg_locks where not granted and relation = 'crm.company'::regclass")).toHaveLength(1));
    const stopped = service.stop();
    await service.line('Stopping');
    await letGo();
    expect((await late).companies).toHaveLength(4);
    expect(await stopped).toBe(0);
    channel.close();
  });

  it('answers "unavailable" while auth is away, and stays up', async () => {
    const service = startTestProcess(main, environment({ AUTH_GRPC_URL: '127.0.0.1:1' }));
    const channel = await channelTo(service);
    await expect(channel.service(CompanyServiceService).createCompany({ input: companyInput({ name: 'x' }) }, { token: await tokens.sign() })).rejects.toEqual(refusal('unavailable', 'UNAVAILABLE'));
    channel.close();
    expect(await service.stop()).toBe(0);
  });
});

describe('the configuration of crm', () => {
  it('stops the start with 78 and names every bad variable, without its value', async () => {
    const service = startTestProcess(main, { DATABASE_URL: 'mysql://secret-user:secret-word@localhost', GRPC_BIND: 'nowhere', DB_POOL_SIZE_MAX: 'many', LOG_LEVEL: 'loud', MANAGEMENT_PORT: '70000' });
    expect(await service.exited).toBe(78);
    for (const key of ['DATABASE_URL', 'GRPC_BIND', 'DB_POOL_SIZE_MAX', 'LOG_LEVEL', 'MANAGEMENT_PORT', 'AUTH_GRPC_URL']) expect(service.output()).toContain(`  ${key}`);
    expect(service.output()).not.toMatch(/secret-/);
  });
});
