import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { companyInput } from '../companies/company-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

const kind = RecordKind.RECORD_KIND_COMPANY;
let crm: TestCrm;
let ada: Person;
let bob: Person;
let companies: GrpcClient<typeof CompanyServiceService>;
let records: GrpcClient<typeof RecordServiceService>;
const add = async (name: string, ownerId = ada.userId) => (await companies.createCompany({ input: companyInput({ name, ownerId }) }, ada)).company!.id;
const ownerOf = async (id: string) => (await companies.getCompany({ id }, ada)).company?.ownerId;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  bob = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
  companies = crm.client(CompanyServiceService);
  records = crm.client(RecordServiceService);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('gives those that are not his yet, and says how many', async () => {
    const ids = [await add('One'), await add('Two'), await add('His', bob.userId)];
    expect(await records.assignRecords({ kind, ids: [...ids, randomUUID()], ownerId: bob.userId }, ada)).toMatchObject({ changed: 2, skipped: 1 });
    expect(await Promise.all(ids.map(ownerOf))).toEqual([bob.userId, bob.userId, bob.userId]);
  });

  it('gives to nobody', async () => {
    const id = await add('Free');
    await records.assignRecords({ kind, ids: [id], ownerId: '' }, ada);
    expect(await ownerOf(id)).toBeUndefined();
  });
});

describe('INVALID_ARGUMENT', () => {
  it('refuses who is no member, and a kind without owners', async () => {
    const id = await add('Three');
    await expect(records.assignRecords({ kind, ids: [id], ownerId: randomUUID() }, ada)).rejects.toEqual(refusal('invalid', 'OWNER_NOT_FOUND', 'ownerId'));
    await expect(records.assignRecords({ kind, ids: [id], ownerId: 'bob' }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'ownerId'));
    await expect(records.assignRecords({ kind: RecordKind.RECORD_KIND_UNSPECIFIED, ids: [id], ownerId: bob.userId }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'kind'));
  });
});

describe('NOT_FOUND', () => {
  it('for a single one of another workspace', async () => {
    const id = await add('Four');
    const stranger = await person(crm);
    await expect(records.assignRecords({ kind, ids: [id], ownerId: stranger.userId }, stranger)).rejects.toEqual(refusal('notFound', 'COMPANY_NOT_FOUND'));
  });
});

describe('PERMISSION_DENIED', () => {
  it('refuses a viewer', async () => {
    const id = await add('Five');
    await expect(records.assignRecords({ kind, ids: [id], ownerId: bob.userId }, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
