import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService, type FindDuplicateContactsRequest } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails, phones } from './contact-input.js';

let crm: TestCrm;
let ada: Person;
let lovelace: string;
let navy: string;
let yale: string;

const find = async (request: Partial<FindDuplicateContactsRequest>, who = ada) =>
  (await crm.client(ContactServiceService).findDuplicateContacts({ email: '', phone: '', name: '', exceptId: '', companyId: '', ...request }, who)).candidates.map(({ record, matchedField, deleted }) => [record?.title, matchedField, deleted]);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  const contacts = crm.client(ContactServiceService);
  const add = async (input: Parameters<typeof contactInput>[0]) => (await contacts.createContact({ input: contactInput(input) }, ada)).contact!.id;
  lovelace = await add({ firstName: 'Ada', lastName: 'Lovelace', emails: emails('ada@engine.example', 'second@engine.example'), phones: phones('+44 20 7946 0018') });
  await add({ firstName: 'Grace', lastName: 'Hopper' });
  const addCompany = async (name: string) => (await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name }) }, ada)).company!.id;
  [navy, yale] = [await addCompany('Navy'), await addCompany('Yale')];
  await add({ firstName: '小龙', lastName: '李' });
  await add({ firstName: '白', lastName: '李' });
  await add({ firstName: 'Howard', lastName: 'Aiken', companyId: navy });
  await add({ firstName: 'Howard', lastName: 'Aiken', companyId: yale });
  const gone = await add({ firstName: 'Gone', lastName: 'Girl', emails: emails('gone@engine.example') });
  await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_CONTACT, ids: [gone] }, ada);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('finds by any email, by phone however written, and by a name that is very similar', async () => {
    expect(await find({ email: ' SECOND@engine.example ' })).toEqual([['Ada Lovelace', 'email', false]]);
    expect(await find({ phone: '0044 20-7946-0018' })).toEqual([['Ada Lovelace', 'phone', false]]);
    expect(await find({ name: 'ada lovelace' })).toEqual([['Ada Lovelace', 'name', false]]);
    expect(await find({ name: 'Lovelacé' })).toEqual([['Ada Lovelace', 'name', false]]);
  });

  it('names each once, by what says most', async () => {
    expect(await find({ email: 'ada@engine.example', phone: '+44 20 7946 0018', name: 'Ada Lovelace' })).toEqual([['Ada Lovelace', 'email', false]]);
  });

  it('finds namesakes that have neither email nor phone, those of the same company first and for that reason', async () => {
    expect(await find({ name: 'howard aiken' })).toEqual([['Howard Aiken', 'name', false], ['Howard Aiken', 'name', false]]);
    expect(await find({ name: 'Howard Aiken', companyId: navy })).toEqual([['Howard Aiken', 'nameAndCompany', false], ['Howard Aiken', 'name', false]]);
    expect(await find({ name: 'Aiken', companyId: yale })).toContainEqual(['Howard Aiken', 'nameAndCompany', false]);
    expect(await find({ name: 'Nobody Likethis', companyId: navy })).toEqual([]);
    expect(await find({ companyId: navy })).toEqual([]);
  });

  it('finds Chinese names with the family name first and without a blank, also those of two letters', async () => {
    for (const name of ['李小龙', '小龙 李', '小龙李']) expect(await find({ name })).toContainEqual(['小龙 李', 'name', false]);
    expect(await find({ name: '李白' })).toEqual([['白 李', 'name', false]]);
  });

  it('warns of an email that is in the bin', async () => {
    expect(await find({ email: 'gone@engine.example' })).toEqual([['Gone Girl', 'email', true]]);
  });

  it('leaves the one being edited out', async () => {
    expect(await find({ email: 'ada@engine.example', name: 'Ada Lovelace', exceptId: lovelace })).toEqual([]);
  });

  it('takes half-typed values as nothing', async () => {
    expect(await find({})).toEqual([]);
    expect(await find({ email: 'ada@', phone: '+4', name: 'A' })).toEqual([]);
    expect(await find({ name: 'Nobody Likethis' })).toEqual([]);
  });

  it('finds nobody of another workspace', async () => {
    expect(await find({ email: 'ada@engine.example', name: 'Ada Lovelace' }, await person(crm))).toEqual([]);
  });
});
