import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Filter } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails, phones } from '../contacts/contact-input.js';
import { defaultPipeline, makeDeal } from '../deals/deal-input.js';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let companyId: string;
const condition = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });
const list = (filter: Filter) => ({ list: { limit: 0, cursor: '', sort: [], filter, count: false } });

/** Of each kind a record that has every value, and one that has none, which is called "Bare". */
beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  await defaultPipeline(crm, ada);
  const companies = crm.client(CompanyServiceService);
  const full = { name: 'Full', domain: 'full.example', industry: 'Mills', size: '1-10', phone: '+49 30 1234567', annualRevenue: { amount: '1.00', currency: 'EUR' } };
  companyId = (await companies.createCompany({ input: companyInput(full) }, ada)).company!.id;
  await companies.createCompany({ input: companyInput({ name: 'Bare', clear: ['ownerId'] }) }, ada);
  const contacts = crm.client(ContactServiceService);
  await contacts.createContact({
    input: contactInput({
      lastName: 'Full', firstName: 'F', title: 'T', source: 'S', emails: emails('full@full.example'), phones: phones('+49 30 1234567'), companyId, lifecycle: 'lead', tags: { values: ['vip'] },
      address: { street: '', city: 'Bonn', region: '', postalCode: '', country: 'DE' },
    }),
  }, ada);
  await contacts.createContact({ input: contactInput({ lastName: 'Bare', clear: ['ownerId'] }) }, ada);
  const deals = crm.client(DealServiceService);
  await makeDeal(deals, ada, { name: 'Full', amount: { amount: '1.00', currency: 'EUR' }, expectedClose: '2027-01-01', companyId, nextStep: 'Call', tags: { values: ['vip'] } });
  await makeDeal(deals, ada, { name: 'Bare', clear: ['ownerId'] });
});
afterAll(() => crm.stop());

const found = {
  company: async (filter: Filter) => (await crm.client(CompanyServiceService).listCompanies(list(filter), ada)).companies.map(({ name }) => name),
  contact: async (filter: Filter) => (await crm.client(ContactServiceService).listContacts(list(filter), ada)).contacts.map(({ lastName }) => lastName),
  deal: async (filter: Filter) => (await crm.client(DealServiceService).listDeals(list(filter), ada)).deals.map(({ name }) => name),
};

describe('a record without a value is another than every value', () => {
  it.each<[keyof typeof found, string, string, () => string]>([
    ['company', 'text', 'domain', () => 'full.example'],
    ['company', 'text', 'industry', () => 'mills'],
    ['company', 'word', 'size', () => '1-10'],
    ['company', 'phone', 'phone', () => '+49301234567'],
    ['company', 'money', 'annualRevenue', () => '1'],
    ['company', 'id', 'ownerId', () => ada.userId],
    ['contact', 'text', 'firstName', () => 'f'],
    ['contact', 'text', 'title', () => 't'],
    ['contact', 'text', 'source', () => 's'],
    ['contact', 'text of a row beside', 'email', () => 'full@full.example'],
    ['contact', 'text of another record', 'companyName', () => 'full'],
    ['contact', 'text in an array', 'tags', () => 'VIP'],
    ['contact', 'text in an object', 'city', () => 'bonn'],
    ['contact', 'word in an object', 'country', () => 'DE'],
    ['contact', 'word', 'lifecycle', () => 'lead'],
    ['contact', 'phone', 'phone', () => '+49 30 1234567'],
    ['contact', 'id', 'companyId', () => companyId],
    ['deal', 'money', 'amount', () => '1.00'],
    ['deal', 'day', 'expectedClose', () => '2027-01-01'],
    ['deal', 'text', 'nextStep', () => 'call'],
    ['deal', 'text in an array', 'tags', () => 'vip'],
    ['deal', 'id', 'companyId', () => companyId],
  ])('%s: %s (%s)', async (kind, _type, field, value) => {
    const answers = async (op: string, ...values: string[]) => found[kind](condition(field, op, ...values));
    expect([await answers('eq', value()), await answers('ne', value())]).toEqual([['Full'], ['Bare']]);
    expect([await answers('isNotNull'), await answers('isNull')]).toEqual([['Full'], ['Bare']]);
    const several = await answers('notIn', value(), value()).catch(() => 'not offered');
    expect(field === 'annualRevenue' || field === 'amount' ? 'not offered' : ['Bare']).toEqual(several);
  });

  it('also of a moment, which a deal that is open has not', async () => {
    expect((await found.deal(condition('closedAt', 'ne', '2027-01-01'))).sort()).toEqual(['Bare', 'Full']);
    expect((await found.deal(condition('lostReasonId', 'ne', randomUUID()))).sort()).toEqual(['Bare', 'Full']);
  });
});
