import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService, type FindDuplicateCompaniesRequest } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';
import { companyInput } from './company-input.js';

let crm: TestCrm;
let ada: Person;
let quetzal: string;
const find = async (request: Partial<FindDuplicateCompaniesRequest>, who = ada) =>
  (await crm.client(CompanyServiceService).findDuplicateCompanies({ name: '', domain: '', exceptId: '', ...request }, who)).candidates.map(({ record, matchedField, deleted }) => [record?.title, matchedField, deleted]);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  const add = async (name: string, domain?: string) => (await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name, domain }) }, ada)).company!.id;
  await add('Plain Trading');
  await add('HP');
  quetzal = await add('Quetzal Müller GmbH', 'quetzal.example');
  await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_COMPANY, ids: [await add('Gone', 'gone.example')] }, ada);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it('finds by domain however written, and by a name that is very similar', async () => {
    expect(await find({ domain: 'https://www.quetzal.example/' })).toEqual([['Quetzal Müller GmbH', 'domain', false]]);
    expect(await find({ name: 'quetzal muller' })).toEqual([['Quetzal Müller GmbH', 'name', false]]);
  });

  it('finds one of the same name when neither has a domain, and one of two letters by the whole name', async () => {
    expect(await find({ name: 'plain trading' })).toEqual([['Plain Trading', 'name', false]]);
    expect(await find({ name: 'Plain Trading', domain: 'plain.example' })).toEqual([['Plain Trading', 'name', false]]);
    expect(await find({ name: 'hp' })).toEqual([['HP', 'name', false]]);
  });

  it('names each once, by what says most', async () => {
    expect(await find({ name: 'Quetzal', domain: 'quetzal.example' })).toEqual([['Quetzal Müller GmbH', 'domain', false]]);
  });

  it('warns of a domain that is in the bin', async () => {
    expect(await find({ domain: 'gone.example' })).toEqual([['Gone', 'domain', true]]);
  });

  it('leaves the one being edited out, and takes half-typed values as nothing', async () => {
    expect(await find({ name: 'Quetzal', exceptId: quetzal })).toEqual([]);
    expect(await find({ name: 'Qu', domain: 'quetz' })).toEqual([]);
  });

  it('finds nothing of another workspace', async () => {
    expect(await find({ name: 'Quetzal', domain: 'quetzal.example' }, await person(crm))).toEqual([]);
  });
});
