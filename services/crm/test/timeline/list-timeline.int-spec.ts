import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { companyInput } from '../companies/company-input.js';
import { contactInput } from '../contacts/contact-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let companies: GrpcClient<typeof CompanyServiceService>;
let company: string;
let contact: string;
const list = (kind: RecordKind, id: string, { limit = 0, cursor = '' } = {}, who = ada) => crm.client(TimelineServiceService).listTimeline({ record: { kind, id, title: '' }, limit, cursor }, who);
const kinds = async (...request: Parameters<typeof list>) => (await list(...request)).events.map(({ kind, subject }) => `${kind} ${subject?.title}`);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  companies = crm.client(CompanyServiceService);
  const records = crm.client(RecordServiceService);
  company = (await companies.createCompany({ input: companyInput({ name: 'Engines' }) }, ada)).company!.id;
  contact = (await crm.client(ContactServiceService).createContact({ input: contactInput({ firstName: 'Ada', companyId: company }) }, ada)).contact!.id;
  await companies.updateCompany({ id: company, version: 1, input: companyInput({ name: 'Analytical Engines', annualRevenue: { amount: '5', currency: 'EUR' } }) }, ada);
  await records.deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [company] }, ada);
  await records.restoreRecord({ kind: RecordKind.RECORD_KIND_COMPANY, id: company }, ada);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('tells what happened to a record and beside it, newest first', async () => {
    expect(await kinds(RecordKind.RECORD_KIND_COMPANY, company)).toEqual([
      'restored Analytical Engines', 'deleted Analytical Engines', 'updated Analytical Engines', 'created Ada', 'created Engines',
    ]);
    expect(await kinds(RecordKind.RECORD_KIND_CONTACT, contact)).toEqual(['created Ada']);
  });

  it('shows each change from and to, under the public names', async () => {
    const { events } = await list(RecordKind.RECORD_KIND_COMPANY, company);
    const updated = events.find(({ kind }) => kind === 'updated');
    expect(updated).toMatchObject({ actorId: ada.userId, subject: { kind: RecordKind.RECORD_KIND_COMPANY, id: company } });
    expect(JSON.parse(updated!.payload)).toEqual({ fields: { name: { from: 'Engines', to: 'Analytical Engines' }, annualRevenue: { from: null, to: { amount: '5.00', currency: 'EUR' } } } });
  });

  it('page by page is the same as at once', async () => {
    const found: string[] = [];
    for (let cursor = '', pages = 0; pages === 0 || cursor !== ''; pages += 1) {
      const page = await list(RecordKind.RECORD_KIND_COMPANY, company, { limit: 2, cursor });
      found.push(...page.events.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(found).toEqual((await list(RecordKind.RECORD_KIND_COMPANY, company)).events.map(({ id }) => id));
  });
});

describe('NOT_FOUND', () => {
  it('for nobody, for another kind, and for another workspace', async () => {
    const missing = refusal('notFound', 'RECORD_NOT_FOUND');
    await expect(list(RecordKind.RECORD_KIND_COMPANY, randomUUID())).rejects.toEqual(missing);
    await expect(list(RecordKind.RECORD_KIND_CONTACT, company)).rejects.toEqual(missing);
    await expect(list(RecordKind.RECORD_KIND_COMPANY, company, {}, await person(crm))).rejects.toEqual(missing);
  });
});

describe('INVALID_ARGUMENT', () => {
  it('names the field', async () => {
    await expect(list(RecordKind.RECORD_KIND_TASK, company)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'record.kind'));
    await expect(list(RecordKind.RECORD_KIND_COMPANY, 'x')).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'record.id'));
    await expect(list(RecordKind.RECORD_KIND_COMPANY, company, { limit: -1 })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'limit'));
    const { nextCursor } = await list(RecordKind.RECORD_KIND_COMPANY, company, { limit: 1 });
    await expect(list(RecordKind.RECORD_KIND_CONTACT, contact, { cursor: nextCursor })).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
  });
});
