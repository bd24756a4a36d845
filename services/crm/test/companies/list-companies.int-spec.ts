import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import type { Filter, ListRequest } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { companyInput } from './company-input.js';

let crm: TestCrm;
let ada: Person;
const where = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });
const list = (request: Partial<ListRequest>, who = ada) => crm.client(CompanyServiceService).listCompanies({ list: { limit: 0, cursor: '', sort: [], filter: undefined, count: false, ...request } }, who);
const names = async (request: Partial<ListRequest>) => (await list(request)).companies.map(({ name }) => name);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  const rows = [
    { name: 'Ångström Labs', domain: 'angstrom.example', size: '11-50', industry: 'Optics', annualRevenue: { amount: '1500.00', currency: 'EUR' } },
    { name: 'Björk & Co', phone: '+46 8 123 456', annualRevenue: { amount: '2000', currency: 'JPY' }, tags: { values: ['Partner'] } },
    { name: 'Cohen', annualRevenue: { amount: '900.500', currency: 'KWD' }, address: { street: '', city: 'Kuwait City', region: '', postalCode: '', country: 'KW' } },
    { name: 'Dunlop', size: '1001+' },
  ];
  for (const row of rows) await crm.client(CompanyServiceService).createCompany({ input: companyInput(row) }, ada);
});
afterAll(() => crm.stop());

describe('OK', () => {
  it.each<[string, Filter, string[]]>([
    ['name contains', where('name', 'contains', 'bjork'), ['Björk & Co']],
    ['domain startsWith', where('domain', 'startsWith', 'angs'), ['Ångström Labs']],
    ['domain isNull', where('domain', 'isNull'), ['Björk & Co', 'Cohen', 'Dunlop']],
    ['size in', where('size', 'in', '11-50', '1001+'), ['Ångström Labs', 'Dunlop']],
    ['industry eq', where('industry', 'eq', 'OPTICS'), ['Ångström Labs']],
    ['phone contains', where('phone', 'contains', '8 123'), ['Björk & Co']],
    ['tags in', where('tags', 'in', 'partner'), ['Björk & Co']],
    ['city contains', where('city', 'contains', 'kuwait'), ['Cohen']],
    ['revenue in units of each currency, gte', where('annualRevenue', 'gte', '1500'), ['Ångström Labs', 'Björk & Co']],
    ['revenue lt', where('annualRevenue', 'lt', '900.51'), ['Cohen']],
    ['revenue between', where('annualRevenue', 'between', '900.50', '1500'), ['Ångström Labs', 'Cohen']],
    ['revenue isNull', where('annualRevenue', 'isNull'), ['Dunlop']],
  ])('%s', async (_name, filter, expected) => {
    expect(await names({ filter })).toEqual(expected);
  });

  it('sorts in the order of names, both ways', async () => {
    expect(await names({})).toEqual(['Ångström Labs', 'Björk & Co', 'Cohen', 'Dunlop']);
    expect(await names({ sort: [{ field: 'name', descending: true }] })).toEqual(['Dunlop', 'Cohen', 'Björk & Co', 'Ångström Labs']);
    expect(await names({ sort: [{ field: 'createdAt', descending: true }], limit: 2 })).toEqual(['Dunlop', 'Cohen']);
  });

  it('shows nothing of another workspace', async () => {
    expect(await list({ count: true }, await person(crm))).toEqual({ companies: [], page: { nextCursor: '', count: { value: 0, exact: true } } });
  });
});

describe('INVALID_ARGUMENT', () => {
  it.each([where('size', 'eq', 'big'), where('annualRevenue', 'gte', 'much'), where('annualRevenue', 'contains', '1'), where('name', 'within', 'today'), where('openDealCount', 'eq', '1')])('refuses %j', async (filter) => {
    await expect(list({ filter })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'filter'));
  });
});
