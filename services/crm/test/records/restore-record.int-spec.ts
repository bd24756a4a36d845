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
let companies: GrpcClient<typeof CompanyServiceService>;
let records: GrpcClient<typeof RecordServiceService>;
const add = async (name: string, domain?: string) => (await companies.createCompany({ input: companyInput({ name, domain }) }, ada)).company!.id;
const bin = (id: string) => records.deleteRecords({ kind, ids: [id] }, ada);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  companies = crm.client(CompanyServiceService);
  records = crm.client(RecordServiceService);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('brings it back as it was, as a change of its own', async () => {
    const id = await add('Back', 'back.example');
    await bin(id);
    const { changeSetId } = await records.restoreRecord({ kind, id }, ada);
    const { company } = await companies.getCompany({ id }, ada);
    expect(company).toMatchObject({ name: 'Back', domain: 'back.example', version: 3 });
    expect(company?.deletedAt).toBeUndefined();
    await records.undoChangeSet({ id: changeSetId }, ada);
    expect((await companies.getCompany({ id }, ada)).company?.deletedAt).toBeDefined();
  });
});

describe('ALREADY_EXISTS', () => {
  it('when a living one took the domain meanwhile, and leaves it in the bin', async () => {
    const id = await add('Old', 'taken.example');
    await bin(id);
    await crm.testDatabase.sql(`update crm.company set domain = 'taken.example' where id = $1`, [await add('New')]);
    await expect(records.restoreRecord({ kind, id }, ada)).rejects.toEqual(refusal('alreadyExists', 'UNIQUE_VALUE_TAKEN', 'domain'));
    expect((await companies.getCompany({ id }, ada)).company?.deletedAt).toBeDefined();
  });
});

describe('NOT_FOUND', () => {
  it('for nobody, for one that lives, and for one of another workspace', async () => {
    const missing = refusal('notFound', 'COMPANY_NOT_FOUND');
    const id = await add('Alive');
    await expect(records.restoreRecord({ kind, id: randomUUID() }, ada)).rejects.toEqual(missing);
    await expect(records.restoreRecord({ kind, id }, ada)).rejects.toEqual(missing);
    await bin(id);
    await expect(records.restoreRecord({ kind, id }, await person(crm))).rejects.toEqual(missing);
  });
});

describe('PERMISSION_DENIED', () => {
  it('refuses a viewer', async () => {
    const id = await add('Viewed');
    await bin(id);
    await expect(records.restoreRecord({ kind, id }, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
