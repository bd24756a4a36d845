import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { companyInput } from './company-input.js';

let crm: TestCrm;
let ada: Person;
let companies: GrpcClient<typeof CompanyServiceService>;
const create = async (input: Parameters<typeof companyInput>[0]) => (await companies.createCompany({ input: companyInput(input) }, ada)).company!;
const update = (id: string, version: number, input: Parameters<typeof companyInput>[0], who = ada) => companies.updateCompany({ id, version, input: companyInput(input) }, who);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  companies = crm.client(CompanyServiceService);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('changes what is given, empties what is to be cleared, and leaves the rest', async () => {
    const { id } = await create({ name: 'Engines', domain: 'engines.example', industry: 'Tools', annualRevenue: { amount: '1', currency: 'EUR' } });
    const { company } = await update(id, 1, { industry: 'Steel', clear: ['domain', 'annualRevenue'] });
    expect(company).toMatchObject({ name: 'Engines', industry: 'Steel', version: 2 });
    expect([company?.domain, company?.annualRevenue]).toEqual([undefined, undefined]);
  });

  it('frees the domain it gives up', async () => {
    const { id } = await create({ name: 'Old', domain: 'moved.example' });
    await update(id, 1, { domain: 'new.example' });
    await expect(create({ name: 'Next', domain: 'moved.example' })).resolves.toBeDefined();
  });
});

describe('ABORTED', () => {
  it('returns the record as it is now', async () => {
    const { id } = await create({ name: 'Twice' });
    await update(id, 1, { name: 'Twice, changed' });
    const refused = await update(id, 1, { name: 'x' }).catch((error: unknown) => error as { details: { current: string } });
    expect(refused).toEqual(refusal('staleVersion', 'STALE_VERSION'));
    expect(JSON.parse((refused as { details: { current: string } }).details.current)).toMatchObject({ id, name: 'Twice, changed', version: 2 });
  });
});

describe('NOT_FOUND', () => {
  it('for nobody and for another workspace', async () => {
    const { id } = await create({ name: 'Hidden' });
    const missing = refusal('notFound', 'COMPANY_NOT_FOUND');
    await expect(update(randomUUID(), 1, { name: 'x' })).rejects.toEqual(missing);
    await expect(update(id, 1, { name: 'x' }, await person(crm))).rejects.toEqual(missing);
    await expect(companies.getCompany({ id }, await person(crm))).rejects.toEqual(missing);
    await expect(companies.getCompany({ id: randomUUID() }, ada)).rejects.toEqual(missing);
  });
});

describe('INVALID_ARGUMENT', () => {
  it('the name stays', async () => {
    const { id } = await create({ name: 'Named' });
    await expect(update(id, 1, { clear: ['name'] })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'name'));
    await expect(companies.getCompany({ id: 'x' }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'id'));
  });
});

describe('ALREADY_EXISTS', () => {
  it('the domain of another; one that lies in the bin holds none, and gets it back only when it is free', async () => {
    const [first, second] = [await create({ name: 'First', domain: 'contested.example' }), await create({ name: 'Second' })];
    await expect(update(second.id, 1, { domain: 'contested.example' })).rejects.toMatchObject({ code: 'DOMAIN_TAKEN', details: { recordId: first.id } });
    const records = crm.client(RecordServiceService);
    await records.deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [first.id] }, ada);
    await update(second.id, 1, { domain: 'contested.example' });
    const restore = () => records.restoreRecord({ kind: RecordKind.RECORD_KIND_COMPANY, id: first.id }, ada);
    await expect(restore()).rejects.toEqual(refusal('alreadyExists', 'UNIQUE_VALUE_TAKEN', 'domain'));
    await update(second.id, 2, { clear: ['domain'] });
    await restore();
    expect((await companies.getCompany({ id: first.id }, ada)).company?.domain).toBe('contested.example');
  });
});

describe('an owner who has left', () => {
  it('may be sent back unchanged, and is given to no other', async () => {
    const leaver = randomUUID();
    const [theirs, other] = [await create({ name: 'Theirs' }), await create({ name: 'Other' })];
    await crm.testDatabase.sql('update crm.company set owner_id = $2 where id = $1', [theirs.id, leaver]);
    await update(theirs.id, 1, { ownerId: leaver, name: 'Still theirs' });
    await expect(update(other.id, 1, { ownerId: leaver })).rejects.toEqual(refusal('invalid', 'OWNER_NOT_FOUND', 'ownerId'));
  });
});

describe('PERMISSION_DENIED', () => {
  it('a viewer', async () => {
    const { id } = await create({ name: 'Safe' });
    await expect(update(id, 1, { name: 'x' }, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
