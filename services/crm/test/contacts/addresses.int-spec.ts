import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import type { Filter } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { companyInput } from '../companies/company-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { contactInput, emails } from './contact-input.js';

let crm: TestCrm;
let ada: Person;
let companyId: string;

const spellings = { email: ['mail@köln.example', 'MAIL@KÖLN.example', 'mail@ko\u0308ln.example', 'mail@xn--kln-sna.example'], domain: ['bücher.example', 'https://www.BÜCHER.example/a', 'xn--bcher-kva.example'] };
const condition = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });
const list = (filter: Filter) => ({ list: { limit: 0, cursor: '', sort: [], filter, count: false } });
const search = async (query: string) => (await crm.client(SearchServiceService).search({ query, limit: 0, kinds: [] }, ada)).hits.map(({ title, matchedField }) => [title, matchedField]);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  const { contact } = await crm.client(ContactServiceService).createContact({ input: contactInput({ lastName: 'Kölner', emails: emails('Mail@Köln.example', 'a&b@example.com') }) }, ada);
  expect(contact?.emails.map(({ email }) => email)).toEqual(['mail@köln.example', 'a&b@example.com']);
  const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Lesen AG', domain: 'https://www.Bücher.example/' }) }, ada);
  expect(company?.domain).toBe('bücher.example');
  companyId = company!.id;
});
afterAll(() => crm.stop());

describe('an email and a domain have one identity in all their spellings', () => {
  it.each(spellings.email)('nobody else has the email %p, and who has it is shown', async (email) => {
    const contacts = crm.client(ContactServiceService);
    await expect(contacts.createContact({ input: contactInput({ lastName: 'Other', emails: emails(email) }) }, ada)).rejects
      .toMatchObject({ code: 'EMAIL_TAKEN', message: 'Kölner has the email mail@köln.example.', details: { email: 'mail@köln.example' } });
    const { candidates } = await contacts.findDuplicateContacts({ email, name: '', phone: '', exceptId: '', companyId: '' }, ada);
    expect(candidates).toMatchObject([{ matchedField: 'email' }]);
    for (const op of ['eq', 'in']) expect((await contacts.listContacts(list(condition('email', op, email)), ada)).contacts).toHaveLength(1);
  });

  it.each(spellings.domain)('no other company has the domain %p', async (domain) => {
    const companies = crm.client(CompanyServiceService);
    await expect(companies.createCompany({ input: companyInput({ name: 'Other', domain }) }, ada)).rejects.toEqual(refusal('alreadyExists', 'DOMAIN_TAKEN', 'domain'));
    expect((await companies.findDuplicateCompanies({ name: '', domain, exceptId: '' }, ada)).candidates).toMatchObject([{ subtitle: 'bücher.example', matchedField: 'domain' }]);
  });

  it('two at once do not both get it, whatever they look up first', async () => {
    const domains = ['straße.example', 'xn--strae-oqa.example'];
    const made = await Promise.allSettled(domains.map((domain, index) => crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: `Racer ${index}`, domain }) }, ada)));
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is kept once when a contact is given both spellings', async () => {
    const { contact } = await crm.client(ContactServiceService).createContact({ input: contactInput({ lastName: 'Twice', emails: emails('x@käse.example', 'x@xn--kse-qla.example') }) }, ada);
    expect(contact?.emails.map(({ email }) => email)).toEqual(['x@käse.example']);
  });
});

describe('an email and a domain are found by any part of any spelling', () => {
  it.each(['köln', 'KÖLN.example', 'mail@koln', 'xn--kln-sna', 'mail@xn--kln-sna.example'])('the email by %p', async (text) => {
    expect(await search(text)).toContainEqual(['Kölner', text.toLowerCase() === 'köln' ? 'name' : 'email']);
    expect((await crm.client(ContactServiceService).listContacts(list(condition('email', 'contains', text)), ada)).contacts).toHaveLength(1);
  });

  it.each(['bücher', 'BÜCHER.example', 'bucher', 'xn--bcher-kva', 'xn--bcher-kva.example'])('the domain by %p', async (text) => {
    expect(await search(text)).toEqual([['Lesen AG', 'domain']]);
    for (const op of ['contains', 'startsWith']) expect((await crm.client(CompanyServiceService).listCompanies(list(condition('domain', op, text)), ada)).companies).toHaveLength(1);
  });
});

it('a change of the domain is told in its letters, and undone with both spellings', async () => {
  const companies = crm.client(CompanyServiceService);
  const { company, changeSetId } = await companies.updateCompany({ id: companyId, version: 1, input: companyInput({ domain: 'plain.example' }) }, ada);
  expect(company?.domain).toBe('plain.example');
  const { events } = await crm.client(TimelineServiceService).listTimeline({ record: { kind: RecordKind.RECORD_KIND_COMPANY, id: companyId, title: '' }, limit: 0, cursor: '' }, ada);
  expect(events.map(({ payload }) => JSON.parse(payload) as unknown)).toContainEqual({ fields: { domain: { from: 'bücher.example', to: 'plain.example' } } });
  await crm.client(RecordServiceService).undoChangeSet({ id: changeSetId }, ada);
  expect((await companies.getCompany({ id: companyId }, ada)).company?.domain).toBe('bücher.example');
  await expect(companies.createCompany({ input: companyInput({ name: 'Next', domain: 'xn--bcher-kva.example' }) }, ada)).rejects.toMatchObject({ code: 'DOMAIN_TAKEN' });
});

it('a filter by name finds a Chinese name as it is written', async () => {
  const contacts = crm.client(ContactServiceService);
  await contacts.createContact({ input: contactInput({ firstName: '小龙', lastName: '李' }) }, ada);
  for (const text of ['李小龙', '小龙李', '小龙', '小龙 李', '李小']) expect((await contacts.listContacts(list(condition('name', 'contains', text)), ada)).contacts).toMatchObject([{ lastName: '李' }]);
});
