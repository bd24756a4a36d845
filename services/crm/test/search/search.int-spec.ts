import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails, phones } from '../contacts/contact-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
const search = async (query: string, who = ada, kinds: RecordKind[] = [], limit = 0) => (await crm.client(SearchServiceService).search({ query, kinds, limit }, who)).hits;
const titles = async (query: string, who = ada) => (await search(query, who)).map(({ title }) => title);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  const companies = crm.client(CompanyServiceService);
  const contacts = crm.client(ContactServiceService);
  const { company } = await companies.createCompany({ input: companyInput({ name: 'Müller & Söhne', domain: 'mueller-soehne.example', phone: '+49 228 998877' }) }, ada);
  await companies.createCompany({ input: companyInput({ name: 'Zulu Traders' }) }, ada);
  await contacts.createContact({ input: contactInput({ firstName: 'Zoë', lastName: 'Żółkiewska', title: 'CTO', emails: emails('zoe@mueller-soehne.example', 'z.private@mail.example'), phones: phones('+48 22 555 01 23'), companyId: company?.id }) }, ada);
  await contacts.createContact({ input: contactInput({ firstName: 'Anna', lastName: 'Müller', emails: emails('anna@other.example') }) }, ada);
  await contacts.createContact({ input: contactInput({ firstName: 'Joanna', lastName: 'Smith' }) }, ada);
  await contacts.createContact({ input: contactInput({ firstName: '小龙', lastName: '李' }) }, ada);
  await contacts.createContact({ input: contactInput({ firstName: '민수', lastName: '김' }) }, ada);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it.each([
    ['muller', ['Anna Müller', 'Müller & Söhne']],
    ['MÜLLER', ['Anna Müller', 'Müller & Söhne']],
    ['sohne', ['Müller & Söhne']],
    ['zolkiew', ['Zoë Żółkiewska']],
    ['kiewsk', ['Zoë Żółkiewska']],
    ['zoe zol', ['Zoë Żółkiewska']],
    ['zolkiewska zoe', ['Zoë Żółkiewska']],
    ['z.private', ['Zoë Żółkiewska']],
    ['mueller-soehne.ex', ['Müller & Söhne', 'Zoë Żółkiewska']],
    ['555 01', ['Zoë Żółkiewska']],
    ['22 5550123', ['Zoë Żółkiewska']],
    ['+48 22', ['Zoë Żółkiewska']],
    ['998877', ['Müller & Söhne']],
    ['李小龙', ['小龙 李']],
    ['李 小龙', ['小龙 李']],
    ['小龙李', ['小龙 李']],
    ['李小', ['小龙 李']],
    ['小龙', ['小龙 李']],
    ['김민수', ['민수 김']],
    ['nobody at all', []],
    ['%', []],
    ['_', []],
  ])('finds by %p', async (query, expected) => {
    expect((await titles(query)).sort()).toEqual([...expected].sort());
  });

  it('puts beginnings before parts', async () => {
    expect(await titles('anna')).toEqual(['Anna Müller', 'Joanna Smith']);
  });

  it('takes a single letter as a beginning', async () => {
    expect((await titles('z')).sort()).toEqual(['Zoë Żółkiewska', 'Zulu Traders'].sort());
    expect((await titles('m')).sort()).toEqual(['Anna Müller', 'Müller & Söhne']);
  });

  it('says what it is, and what matched', async () => {
    expect(await search('zoe@')).toEqual([{ kind: RecordKind.RECORD_KIND_CONTACT, id: expect.any(String), title: 'Zoë Żółkiewska', subtitle: 'CTO · Müller & Söhne', matchedField: 'email' }]);
    expect(await search('李小龙')).toMatchObject([{ title: '小龙 李', matchedField: 'name' }]);
    expect(await search('5550123')).toMatchObject([{ matchedField: 'phone' }]);
    expect(await search('sohne')).toMatchObject([{ kind: RecordKind.RECORD_KIND_COMPANY, subtitle: 'mueller-soehne.example', matchedField: 'name' }]);
    expect(await search('soehne.example', ada, [RecordKind.RECORD_KIND_COMPANY])).toMatchObject([{ matchedField: 'domain' }]);
  });

  it('keeps to the kinds and the limit', async () => {
    expect((await search('muller', ada, [RecordKind.RECORD_KIND_CONTACT])).map(({ kind }) => kind)).toEqual([RecordKind.RECORD_KIND_CONTACT]);
    expect(await search('muller', ada, [], 1)).toHaveLength(1);
  });

  it('finds nothing of another workspace, and lets a viewer search', async () => {
    expect(await search('muller', await person(crm))).toEqual([]);
    expect(await search('muller', await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).toHaveLength(2);
  });

  it('forgets what is in the bin', async () => {
    const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Vanishing' }) }, ada);
    expect(await titles('vanish')).toEqual(['Vanishing']);
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [company?.id ?? ''] }, ada);
    expect(await titles('vanish')).toEqual([]);
  });
});

describe('INVALID_ARGUMENT', () => {
  it.each([['', 0], ['  ', 0], ['a'.repeat(201), 0], ['a', 51], ['a', -1]])('refuses %p with limit %p', async (query, limit) => {
    await expect(search(query, ada, [], limit)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT'));
  });
});
