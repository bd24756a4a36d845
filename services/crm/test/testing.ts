import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { CallOptions } from '@crm-vision/common/grpc';
import { startTestService, type TestService } from '@crm-vision/common/testing';
import type { Role } from '@crm-vision/common/context';
import { AppModule } from '../src/app.module.js';
import { services } from '../src/contract.js';

/** A running crm; the people of its workspaces are those that a test has named. */
export interface TestCrm extends TestService {
  /** Ids that auth would know as members, whatever the workspace. */
  members: Set<string>;
}

export async function startCrm(): Promise<TestCrm> {
  const members = new Set<string>();
  const directory = { memberIds: () => Promise.resolve([...members]) };
  const service = await startTestService({ schema: 'crm', services, compose: ({ database }) => ({ module: AppModule.with({ database, members: directory }) }) });
  return { ...service, members };
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
