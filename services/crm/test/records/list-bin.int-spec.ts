import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { type ListBinRequest, RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails } from '../contacts/contact-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
const list = (request: Partial<ListBinRequest> = {}, who = ada) => crm.client(RecordServiceService).listBin({ kind: RecordKind.RECORD_KIND_UNSPECIFIED, limit: 0, cursor: '', ...request }, who);
const titles = async (request: Partial<ListBinRequest> = {}, who = ada) => (await list(request, who)).entries.map(({ record }) => record?.title);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  const records = crm.client(RecordServiceService);
  for (const name of ['First', 'Third']) {
    const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name }) }, ada);
    await records.deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [company!.id] }, ada);
    const { contact } = await crm.client(ContactServiceService).createContact({ input: contactInput({ emails: emails(`after.${name}@x.example`) }) }, ada);
    await records.deleteRecords({ kind: RecordKind.RECORD_KIND_CONTACT, ids: [contact!.id] }, ada);
  }
  await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Alive' }) }, ada);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('shows all kinds, newest first, with who and when', async () => {
    expect(await titles()).toEqual(['after.third@x.example', 'Third', 'after.first@x.example', 'First']);
    expect((await list({ limit: 1 })).entries).toEqual([{ record: expect.objectContaining({ kind: RecordKind.RECORD_KIND_CONTACT }), deletedAt: expect.any(String), deletedBy: ada.userId }]);
  });

  it('page by page is the same as at once', async () => {
    const found: (string | undefined)[] = [];
    for (let cursor = '', pages = 0; pages === 0 || cursor !== ''; pages += 1) {
      const page = await list({ limit: 3, cursor });
      found.push(...page.entries.map(({ record }) => record?.title));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(await titles());
  });

  it('keeps to a kind, and to the workspace', async () => {
    expect(await titles({ kind: RecordKind.RECORD_KIND_COMPANY })).toEqual(['Third', 'First']);
    expect(await titles({}, await person(crm))).toEqual([]);
    expect(await titles({}, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).toHaveLength(4);
  });
});

describe('INVALID_ARGUMENT', () => {
  it('refuses a cursor of another kind or workspace, and a bad limit', async () => {
    const { nextCursor: cursor } = await list({ limit: 1 });
    await expect(list({ cursor, kind: RecordKind.RECORD_KIND_COMPANY })).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
    await expect(list({ cursor }, await person(crm))).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
    await expect(list({ limit: 201 })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'limit'));
  });
});
