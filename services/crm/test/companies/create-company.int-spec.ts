import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { companyInput } from './company-input.js';

let crm: TestCrm;
let ada: Person;
let companies: GrpcClient<typeof CompanyServiceService>;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  companies = crm.client(CompanyServiceService);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('keeps everything that was written, and says who and when', async () => {
    const address = { street: 'Am Markt 1', city: 'Bonn', region: '', postalCode: '53111', country: 'DE' };
    const input = companyInput({
      name: ' Müller AG ', domain: 'https://www.Mueller.example/about', industry: 'Tools', size: '11-50', phone: '+49 228 123456', address,
      annualRevenue: { amount: '1234.5', currency: 'EUR' }, tags: { values: ['vip'] }, custom: '{"rank":1}',
    });
    const { company, changeSetId } = await companies.createCompany({ input }, ada);
    expect(company).toMatchObject({
      name: 'Müller AG', domain: 'mueller.example', industry: 'Tools', size: '11-50', phone: '+49228123456', address, annualRevenue: { amount: '1234.50', currency: 'EUR' },
      ownerId: ada.userId, tags: ['vip'], custom: '{"rank":1}', createdBy: ada.userId, version: 1,
    });
    expect(Date.now() - Date.parse(company?.createdAt ?? '')).toBeLessThan(60_000);
    expect(changeSetId).not.toBe('');
    expect(await companies.getCompany({ id: company?.id ?? '' }, ada)).toEqual({ company: { ...company, contactCount: 0, openDealCount: 0 } });
  });

  it('writes audit, timeline and outbox in the same transaction', async () => {
    const { company, changeSetId } = await companies.createCompany({ input: companyInput({ name: 'Traced' }) }, { ...ada, requestId: 'request-7' });
    const [audit] = await crm.testDatabase.sql('select * from crm.audit_entry where record_id = $1', [company?.id]);
    expect(audit).toMatchObject({ change_set_id: changeSetId, actor_id: ada.userId, action: 'created', record_version: 1, request_id: 'request-7', after: expect.objectContaining({ name: 'Traced' }), seq: null });
    expect(await crm.testDatabase.sql('select topic, published_at from crm.outbox_event where record_id = $1', [company?.id])).toEqual([{ topic: 'company.created', published_at: null }]);
    expect(await crm.testDatabase.sql('select kind, subject_title from crm.timeline_event where record_id = $1', [company?.id])).toEqual([{ kind: 'created', subject_title: 'Traced' }]);
  });

  it('runs once for one idempotency key', async () => {
    const options = { ...ada, idempotencyKey: randomUUID() };
    const input = companyInput({ name: 'Once' });
    const answers = await Promise.all([1, 2, 3].map(() => companies.createCompany({ input }, options)));
    expect(new Set(answers.map(({ company }) => company?.id)).size).toBe(1);
  });

  it('may belong to nobody, or to a colleague', async () => {
    const bob = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
    expect((await companies.createCompany({ input: companyInput({ name: 'Free', clear: ['ownerId'] }) }, ada)).company?.ownerId).toBeUndefined();
    expect((await companies.createCompany({ input: companyInput({ name: 'Of Bob', ownerId: bob.userId }) }, ada)).company?.ownerId).toBe(bob.userId);
  });
});

describe('INVALID_ARGUMENT', () => {
  it.each([
    ['name', companyInput({})],
    ['name', companyInput({ name: '   ' })],
    ['name', companyInput({ name: 'a'.repeat(201) })],
    ['domain', companyInput({ name: 'A', domain: 'no domain' })],
    ['domain', companyInput({ name: 'A', domain: 'localhost' })],
    ['size', companyInput({ name: 'A', size: 'big' })],
    ['phone', companyInput({ name: 'A', phone: '0228 123456' })],
    ['address.country', companyInput({ name: 'A', address: { street: '', city: '', region: '', postalCode: '', country: 'Germany' } })],
    ['annualRevenue.amount', companyInput({ name: 'A', annualRevenue: { amount: '1.234', currency: 'EUR' } })],
    ['annualRevenue.currency', companyInput({ name: 'A', annualRevenue: { amount: '1', currency: 'XXX' } })],
    ['ownerId', companyInput({ name: 'A', ownerId: 'bob' })],
    ['custom', companyInput({ name: 'A', custom: '[1]' })],
    ['tags[0]', companyInput({ name: 'A', tags: { values: ['a'.repeat(41)] } })],
    ['nope', companyInput({ name: 'A', clear: ['nope'] })],
  ])('names the field %s', async (field, input) => {
    await expect(companies.createCompany({ input }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', field));
  });

  it('refuses characters that cannot be kept, in texts and in JSON', async () => {
    const bad = refusal('invalid', 'INVALID_ARGUMENT');
    await expect(companies.createCompany({ input: companyInput({ name: 'A\u0000B' }) }, ada)).rejects.toEqual(bad);
    await expect(companies.createCompany({ input: companyInput({ name: 'A', custom: '{"a":"\\u0000"}' }) }, ada)).rejects.toEqual(bad);
    const filter = { and: undefined, or: undefined, condition: { field: 'name', op: 'contains', values: ['A\u0000B'] } };
    await expect(companies.listCompanies({ list: { limit: 1, cursor: '', sort: [], filter, count: false } }, ada)).rejects.toEqual(bad);
  });

  it('refuses an owner who is no member', async () => {
    await expect(companies.createCompany({ input: companyInput({ name: 'A', ownerId: randomUUID() }) }, ada)).rejects.toEqual(refusal('invalid', 'OWNER_NOT_FOUND', 'ownerId'));
  });
});

describe('ALREADY_EXISTS', () => {
  it('names the company that has the domain', async () => {
    const { company } = await companies.createCompany({ input: companyInput({ name: 'First', domain: 'first.example' }) }, ada);
    await expect(companies.createCompany({ input: companyInput({ name: 'Second', domain: 'FIRST.example' }) }, ada)).rejects
      .toMatchObject({ kind: 'alreadyExists', code: 'DOMAIN_TAKEN', message: expect.stringContaining('"First"'), details: { recordId: company?.id } });
  });

  it('lets one of several at once win', async () => {
    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => companies.createCompany({ input: companyInput({ name: `Racer ${n}`, domain: 'race.example' }) }, ada)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toEqual(refusal('alreadyExists', 'DOMAIN_TAKEN', 'domain'));
  });

  it('another workspace may have the same domain', async () => {
    const bob = await person(crm);
    await companies.createCompany({ input: companyInput({ name: 'Theirs', domain: 'shared.example' }) }, ada);
    await expect(companies.createCompany({ input: companyInput({ name: 'Ours', domain: 'shared.example' }) }, bob)).resolves.toBeDefined();
  });
});

describe('PERMISSION_DENIED', () => {
  it('refuses a viewer', async () => {
    const viewer = await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' });
    await expect(companies.createCompany({ input: companyInput({ name: 'A' }) }, viewer)).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});

describe('UNAUTHENTICATED', () => {
  it('refuses a call without a token', async () => {
    await expect(companies.createCompany({ input: companyInput({ name: 'A' }) })).rejects.toEqual(refusal('unauthenticated', 'UNAUTHENTICATED'));
  });
});
