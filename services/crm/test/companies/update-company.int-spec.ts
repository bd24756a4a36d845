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
  it('the domain of another, also of one in the bin', async () => {
    const binned = await create({ name: 'Binned', domain: 'binned.example' });
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [binned.id] }, ada);
    const { id } = await create({ name: 'Wants' });
    await expect(update(id, 1, { domain: 'binned.example' })).rejects.toMatchObject({ code: 'DOMAIN_TAKEN', message: expect.stringContaining('in the bin'), details: { recordId: binned.id, inBin: 'true' } });
  });
});

describe('PERMISSION_DENIED', () => {
  it('a viewer', async () => {
    const { id } = await create({ name: 'Safe' });
    await expect(update(id, 1, { name: 'x' }, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
