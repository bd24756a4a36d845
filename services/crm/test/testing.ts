import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { createPool, Database } from '@crm-vision/common/database';
import type { CallOptions } from '@crm-vision/common/grpc';
import { startTestService, type TestService } from '@crm-vision/common/testing';
import type { Role } from '@crm-vision/common/context';
import { AppModule } from '../src/app.module.js';
import { services } from '../src/contract.js';
import type { Quotas } from '../src/quotas/quota.js';

const unlimited: Quotas = { records: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER, events: Number.MAX_SAFE_INTEGER };

/** A running crm; the people of its workspaces are those that a test has named. */
export interface TestCrm extends TestService {
  /** Ids that auth would know as members, whatever the workspace. */
  members: Set<string>;
  /** As the worker sees it, which signs in as a role of its own. */
  worker: Database;
}

export async function startCrm(quotas: Partial<Quotas> = {}): Promise<TestCrm> {
  const members = new Set<string>();
  const directory = { memberIds: () => Promise.resolve([...members]) };
  const service = await startTestService({ schema: 'crm', services, compose: ({ database }) => ({ module: AppModule.with({ database, members: directory, quotas: { ...unlimited, ...quotas } }) }) });
  const pool = createPool({ url: service.testDatabase.url('crm_worker'), schema: 'crm', max: 4, statementTimeoutMs: 10_000, logger: service.logger });
  const stop = async (): Promise<void> => {
    await pool.end();
    await service.stop();
  };
  return { ...service, members, worker: new Database(pool, service.logger), stop };
}

/** Somebody with a token, as the second argument of every call. */
export interface Person extends CallOptions {
  token: string;
  userId: string;
  workspaceId: string;
}

export async function person(crm: TestCrm, { workspaceId = randomUUID(), role = 'owner', country = '' }: { workspaceId?: string; role?: Role; country?: string } = {}): Promise<Person> {
  const userId = randomUUID();
  crm.members.add(userId);
  return { userId, workspaceId, token: await crm.tokens.sign({ userId, workspaceId, role, country }) };
}

/** Facts of an error that people and programs rely on. */
export const refusal = (kind: string, code: string, field?: string): unknown =>
  expect.objectContaining({ kind, code, ...(field !== undefined && { fields: expect.arrayContaining([expect.objectContaining({ field })]) }) });
