import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { type Contact, type ContactInput, ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import type { Filter } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { companyInput } from '../companies/company-input.js';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';
import { contactInput, phones } from './contact-input.js';

let crm: TestCrm;
/** Of one workspace, as it would be with and without a country. */
let berlin: Person;
let nowhere: Person;

const address = (country: string) => ({ street: '', city: '', region: '', postalCode: '', country });
const create = async (input: Partial<ContactInput>, who = berlin): Promise<Contact> => (await crm.client(ContactServiceService).createContact({ input: contactInput(input) }, who)).contact!;
const update = async ({ id, version }: Contact, input: Partial<ContactInput>, who = berlin): Promise<Contact> =>
  (await crm.client(ContactServiceService).updateContact({ id, version, input: contactInput(input) }, who)).contact!;
const numbers = ({ phones: all }: Contact): string[] => all.map(({ phone }) => phone);
const refusalOf = (code: string, field: string) => expect.objectContaining({ kind: 'invalid', code: 'INVALID_ARGUMENT', fields: [expect.objectContaining({ code, field })] });

beforeAll(async () => {
  crm = await startCrm();
  berlin = await person(crm, { country: 'DE' });
  nowhere = { ...berlin, token: await crm.tokens.sign({ userId: berlin.userId, workspaceId: berlin.workspaceId }) };
});
afterAll(() => crm.stop());

describe('OK: what is kept', () => {
  it('is the number of the workspace\'s country, or of the contact\'s own, each once', async () => {
    expect(numbers(await create({ lastName: 'A', phones: phones('030 998877', '+49 30 99 88 77') }))).toEqual(['+4930998877']);
    expect(numbers(await create({ lastName: 'B', phones: phones('06 12 34 56 78'), address: address('FR') }))).toEqual(['+33612345678']);
    const french = await create({ lastName: 'C', address: address('FR') });
    expect(numbers(await update(french, { phones: phones('01 23 45 67 89') }))).toEqual(['+33123456789']);
    expect(numbers(await create({ lastName: 'D', phones: phones('+1 415 555 2671 ext. 123') }, nowhere))).toEqual(['+14155552671;ext=123']);
  });

  it('stays as it is when it is sent again, also what no rule would read by now', async () => {
    const contact = await create({ lastName: 'Old', phones: phones('030 112233') });
    await crm.testDatabase.sql('update crm.contact set phones = $2 where id = $1', [contact.id, JSON.stringify([{ phone: 'ask Ada', label: 'work', primary: true }])]);
    expect(numbers(await update(contact, { phones: phones('ask Ada', '030 445566') }))).toEqual(['ask Ada', '+4930445566']);
  });

  it('is read for companies by the same rule', async () => {
    const companies = crm.client(CompanyServiceService);
    const { company } = await companies.createCompany({ input: companyInput({ name: 'Mill', phone: '01 23 45 67 89', address: address('FR') }) }, berlin);
    expect(company?.phone).toBe('+33123456789');
    const changed = await companies.updateCompany({ id: company!.id, version: 1, input: companyInput({ phone: '030 998877', address: address('DE') }) }, berlin);
    expect(changed.company?.phone).toBe('+4930998877');
  });
});

describe('OK: what is found', () => {
  const where = (op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field: 'phone', op, values } });
  const list = async (filter: Filter, who: Person) =>
    (await crm.client(ContactServiceService).listContacts({ list: { limit: 0, cursor: '', sort: [], filter, count: false } }, who)).contacts.map(({ lastName }) => lastName);
  const search = async (query: string, who: Person) => (await crm.client(SearchServiceService).search({ query, limit: 0, kinds: [] }, who)).hits.map(({ title }) => title);

  beforeAll(async () => {
    await create({ lastName: 'Wanted', phones: phones('030 123456') });
    await create({ lastName: 'Inside', phones: phones('+1 415 555 2671 ext. 7788') });
  });

  it.each(['030 123', '+49 30 123', '0049 (0)30 123', '+４９ 30\u2013123', '30/123', '\u202a030 123456\u202c'])('a filter and the search find a number by a part of any spelling: %s', async (text) => {
    for (const who of [berlin, nowhere]) {
      expect(await list(where('contains', text), who)).toEqual(['Wanted']);
      expect(await search(text, who)).toEqual(['Wanted']);
    }
  });

  it('a filter finds a number by how it begins', async () => {
    for (const who of [berlin, nowhere]) {
      for (const text of ['030 123', '+49 30', '0049 30 1']) expect(await list(where('startsWith', text), who)).toContain('Wanted');
      expect(await list(where('startsWith', '123456'), who)).toEqual([]);
    }
  });

  it('a filter finds the very number in any spelling, also with an extension', async () => {
    for (const text of ['030 123456', '+49 30 123456', '4930123456']) {
      expect([await list(where('eq', text), berlin), await list(where('in', '+1 1', text), berlin)]).toEqual([['Wanted'], ['Wanted']]);
      expect(await list(where('ne', text), berlin)).not.toContain('Wanted');
    }
    expect(await list(where('eq', '030 12345'), berlin)).toEqual([]);
    expect(await list(where('eq', '+1 (415) 555-2671 x7788'), nowhere)).toEqual(['Inside']);
    expect(await search('(415) 555-2671 ext. 7788', nowhere)).toEqual(['Inside']);
    expect(await search('+1 415 555 2671', nowhere)).toContain('Inside');
  });

  it('a duplicate is seen in the national form', async () => {
    const { candidates } = await crm.client(ContactServiceService).findDuplicateContacts({ email: '', name: '', phone: '030 123456', exceptId: '', companyId: '' }, berlin);
    expect(candidates).toMatchObject([{ record: { title: 'Wanted' }, matchedField: 'phone' }]);
  });
});

describe('INVALID_ARGUMENT', () => {
  it('says what it needs, at each number that is none', async () => {
    await expect(create({ lastName: 'A', phones: phones('030 998877') }, nowhere)).rejects.toEqual(refusalOf('PHONE_NEEDS_COUNTRY', 'phones[0].phone'));
    await expect(create({ lastName: 'A', phones: phones('+49 30 1234567', '+49 30 123456 / 7') })).rejects.toEqual(refusalOf('SEVERAL_PHONES', 'phones[1].phone'));
    await expect(create({ lastName: 'A', phones: phones('998877') })).rejects.toEqual(refusalOf('INVALID_PHONE', 'phones[0].phone'));
    await expect(create({ lastName: 'A', phones: phones('030 998877'), address: address('FR') })).rejects.toEqual(refusalOf('INVALID_PHONE', 'phones[0].phone'));
    const input = companyInput({ name: 'Mill', phone: '030 998877' });
    await expect(crm.client(CompanyServiceService).createCompany({ input }, nowhere)).rejects.toEqual(refusalOf('PHONE_NEEDS_COUNTRY', 'phone'));
  });
});
