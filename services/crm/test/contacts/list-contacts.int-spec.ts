import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import type { Filter, ListRequest, SortKey } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { companyInput } from '../companies/company-input.js';
import { contactInput, emails, phones } from './contact-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let bob: Person;
let contacts: GrpcClient<typeof ContactServiceService>;

const where = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });
const all = (...filters: Filter[]): Filter => ({ and: { filters }, or: undefined, condition: undefined });
const any = (...filters: Filter[]): Filter => ({ and: undefined, or: { filters }, condition: undefined });
const sorted = (...keys: string[]): SortKey[] => keys.map((key) => ({ field: key.replace('-', ''), descending: key.startsWith('-') }));
const list = (request: Partial<ListRequest>, who = ada) =>
  contacts.listContacts({ list: { limit: 0, cursor: '', sort: [], filter: undefined, count: false, ...request } }, who);
const names = async (request: Partial<ListRequest>, who = ada) => (await list(request, who)).contacts.map(({ firstName, lastName, emails: [first] }) => [firstName, lastName].filter(Boolean).join(' ') || first?.email);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  bob = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
  contacts = crm.client(ContactServiceService);
  const { company } = await crm.client(CompanyServiceService).createCompany({ input: companyInput({ name: 'Łódź Engines' }) }, ada);
  const rows = [
    { firstName: 'Ada', lastName: 'Lovelace', emails: emails('ada@engine.example', 'countess@home.example'), phones: phones('+44 20 7946 0018'), companyId: company?.id, lifecycle: 'customer', tags: { values: ['VIP', 'math'] } },
    { firstName: 'Émilie', lastName: 'du Châtelet', emails: emails('emilie@cirey.example'), lifecycle: 'lead', ownerId: bob.userId, doNotContact: true },
    { firstName: 'Grace', lastName: 'Hopper', title: 'Admiral', lifecycle: 'customer', address: { street: '', city: 'Zürich', region: '', postalCode: '', country: 'CH' } },
    { lastName: 'Müller', clear: ['ownerId'], source: '50% off_' },
    { firstName: 'Zoe' },
    { emails: emails('nobody@nowhere.example') },
  ];
  for (const row of rows) await contacts.createContact({ input: contactInput(row) }, ada);
});
afterAll(() => crm.stop());

describe('OK: filters', () => {
  it.each<[string, Filter, string[]]>([
    ['lastName eq', where('lastName', 'eq', 'MULLER'), ['Müller']],
    ['lastName ne, with those without', where('lastName', 'ne', 'muller'), ['Ada Lovelace', 'Émilie du Châtelet', 'Grace Hopper', 'nobody@nowhere.example', 'Zoe']],
    ['lastName in', where('lastName', 'in', 'müller', 'HOPPER'), ['Grace Hopper', 'Müller']],
    ['lastName notIn', where('lastName', 'notIn', 'müller', 'HOPPER'), ['Ada Lovelace', 'Émilie du Châtelet', 'nobody@nowhere.example', 'Zoe']],
    ['lastName contains', where('lastName', 'contains', 'CHATEL'), ['Émilie du Châtelet']],
    ['lastName contains two letters', where('lastName', 'contains', 'op'), ['Grace Hopper']],
    ['lastName startsWith', where('lastName', 'startsWith', 'Mü'), ['Müller']],
    ['lastName gt', where('lastName', 'gt', 'lovelace'), ['Müller']],
    ['lastName between', where('lastName', 'between', 'h', 'm'), ['Ada Lovelace', 'Grace Hopper']],
    ['lastName isNull', where('lastName', 'isNull'), ['nobody@nowhere.example', 'Zoe']],
    ['lastName isNotNull', where('lastName', 'isNotNull'), ['Ada Lovelace', 'Émilie du Châtelet', 'Grace Hopper', 'Müller']],
    ['source with signs of patterns', where('source', 'contains', '0% off_'), ['Müller']],
    ['source with other signs', where('source', 'contains', '0%_off'), []],
    ['email eq, any of them', where('email', 'eq', 'Countess@Home.example'), ['Ada Lovelace']],
    ['email ne', where('email', 'ne', 'countess@home.example'), ['Émilie du Châtelet', 'Grace Hopper', 'Müller', 'nobody@nowhere.example', 'Zoe']],
    ['email contains', where('email', 'contains', 'cirey'), ['Émilie du Châtelet']],
    ['email startsWith', where('email', 'startsWith', 'countess'), ['Ada Lovelace']],
    ['email isNull', where('email', 'isNull'), ['Grace Hopper', 'Müller', 'Zoe']],
    ['phone contains', where('phone', 'contains', '20 7946'), ['Ada Lovelace']],
    ['phone eq', where('phone', 'eq', '+44 2079460018'), ['Ada Lovelace']],
    ['phone isNotNull', where('phone', 'isNotNull'), ['Ada Lovelace']],
    ['companyName contains', where('companyName', 'contains', 'lodz'), ['Ada Lovelace']],
    ['companyId isNotNull', where('companyId', 'isNotNull'), ['Ada Lovelace']],
    ['ownerId isNull', where('ownerId', 'isNull'), ['Müller']],
    ['lifecycle in', where('lifecycle', 'in', 'lead', 'former'), ['Émilie du Châtelet']],
    ['lifecycle ne, with those without', where('lifecycle', 'ne', 'customer'), ['Émilie du Châtelet', 'Müller', 'nobody@nowhere.example', 'Zoe']],
    ['tags eq', where('tags', 'eq', 'vip'), ['Ada Lovelace']],
    ['tags notIn', where('tags', 'notIn', 'vip', 'x'), ['Émilie du Châtelet', 'Grace Hopper', 'Müller', 'nobody@nowhere.example', 'Zoe']],
    ['tags isNull', where('tags', 'isNotNull'), ['Ada Lovelace']],
    ['city eq', where('city', 'eq', 'zurich'), ['Grace Hopper']],
    ['country eq', where('country', 'eq', 'CH'), ['Grace Hopper']],
    ['doNotContact eq', where('doNotContact', 'eq', 'true'), ['Émilie du Châtelet']],
    ['createdAt within', all(where('createdAt', 'within', 'today'), where('firstName', 'eq', 'ada')), ['Ada Lovelace']],
    ['createdAt within the past', where('createdAt', 'within', 'yesterday'), []],
    ['createdAt lt a day', where('createdAt', 'lt', '2020-01-01'), []],
    ['createdAt between', all(where('createdAt', 'between', '2020-01-01', '2999-12-31'), where('firstName', 'eq', 'ada')), ['Ada Lovelace']],
    ['updatedAt gte an instant', all(where('updatedAt', 'gte', '2020-01-01T00:00:00Z'), where('firstName', 'eq', 'ada')), ['Ada Lovelace']],
    ['updatedAt gte with an offset that PostgreSQL has not', all(where('updatedAt', 'gte', '2020-01-01T00:00:00+20:00'), where('firstName', 'eq', 'ada')), ['Ada Lovelace']],
    ['groups in groups', all(any(where('lifecycle', 'eq', 'customer'), where('lastName', 'eq', 'müller')), where('title', 'isNull')), ['Ada Lovelace', 'Müller']],
  ])('%s', async (_name, filter, expected) => {
    expect((await names({ filter })).sort((a, b) => a!.localeCompare(b!))).toEqual(expected.sort((a, b) => a.localeCompare(b)));
  });

  it('by owner, as an id', async () => {
    expect(await names({ filter: where('ownerId', 'in', bob.userId) })).toEqual(['Émilie du Châtelet']);
  });
});

describe('OK: sorts and pages', () => {
  it.each([
    [['name'], ['Ada Lovelace', 'Émilie du Châtelet', 'Grace Hopper', 'Müller', 'nobody@nowhere.example', 'Zoe']],
    [['lastName', 'firstName'], ['Émilie du Châtelet', 'Grace Hopper', 'Ada Lovelace', 'Müller', 'Zoe', 'nobody@nowhere.example']],
    [['-createdAt'], ['nobody@nowhere.example', 'Zoe', 'Müller', 'Grace Hopper', 'Émilie du Châtelet', 'Ada Lovelace']],
    [['lastName', '-createdAt'], ['Émilie du Châtelet', 'Grace Hopper', 'Ada Lovelace', 'Müller', 'nobody@nowhere.example', 'Zoe']],
  ])('by %p, the same page by page as at once', async (keys, expected) => {
    const sort = sorted(...keys);
    expect(await names({ sort })).toEqual(expected);
    const found: unknown[] = [];
    for (let cursor = '', pages = 0; pages === 0 || cursor !== ''; pages += 1) {
      const { contacts: items, page } = await list({ sort, limit: 2, cursor });
      found.push(...items.map(({ id }) => id));
      cursor = page?.nextCursor ?? '';
      expect(pages).toBeLessThan(4);
    }
    expect(found).toEqual((await list({ sort })).contacts.map(({ id }) => id));
  });

  it('counts what matches, also when a page is empty', async () => {
    expect((await list({ count: true, limit: 1 })).page?.count).toEqual({ value: 6, exact: true });
    expect(await list({ count: true, filter: where('lastName', 'eq', 'nobody') })).toEqual({ contacts: [], page: { nextCursor: '', count: { value: 0, exact: true } } });
  });

  it('shows a viewer all, and a stranger nothing', async () => {
    expect(await names({}, await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' }))).toHaveLength(6);
    expect(await list({ count: true }, await person(crm))).toEqual({ contacts: [], page: { nextCursor: '', count: { value: 0, exact: true } } });
  });
});

describe('INVALID_ARGUMENT', () => {
  const deep = (levels: number): Filter => (levels === 0 ? where('name', 'eq', 'a') : all(deep(levels - 1)));
  it.each<[string, Partial<ListRequest>, string]>([
    ['an unknown field', { filter: where('password', 'eq', 'a') }, 'UNKNOWN_FIELD'],
    ['a field that every object has', { filter: where('constructor', 'eq', 'a') }, 'UNKNOWN_FIELD'],
    ['SQL for a field', { filter: where('name; drop table contact', 'eq', 'a') }, 'UNKNOWN_FIELD'],
    ['an unknown op', { filter: where('name', 'like', 'a') }, 'UNKNOWN_OP'],
    ['an op that the type has not', { filter: where('ownerId', 'contains', 'a') }, 'UNKNOWN_OP'],
    ['no value', { filter: where('name', 'eq') }, 'INVALID_VALUE'],
    ['two values for one', { filter: where('name', 'eq', 'a', 'b') }, 'INVALID_VALUE'],
    ['one value for two', { filter: where('createdAt', 'between', '2026-01-01') }, 'INVALID_VALUE'],
    ['a value for none', { filter: where('name', 'isNull', 'a') }, 'INVALID_VALUE'],
    ['an empty text', { filter: where('name', 'contains', '  ') }, 'INVALID_VALUE'],
    ['a bad id', { filter: where('ownerId', 'eq', 'bob') }, 'INVALID_VALUE'],
    ['a bad word', { filter: where('lifecycle', 'eq', 'friend') }, 'INVALID_VALUE'],
    ['a bad day', { filter: where('createdAt', 'eq', '2026-02-30') }, 'INVALID_VALUE'],
    ['a day of the year 0', { filter: where('createdAt', 'lt', '0000-01-01') }, 'INVALID_VALUE'],
    ['an instant before year 1', { filter: where('createdAt', 'lt', '0001-01-01T00:00:00+20:00') }, 'INVALID_VALUE'],
    ['a bad instant', { filter: where('createdAt', 'gt', '2026-02-01T25:00:00Z') }, 'INVALID_VALUE'],
    ['bad days around today', { filter: where('createdAt', 'within', '7') }, 'INVALID_VALUE'],
    ['a bad boolean', { filter: where('doNotContact', 'eq', 'yes') }, 'INVALID_VALUE'],
    ['an empty group', { filter: all() }, 'EMPTY_GROUP'],
    ['a part that is nothing', { filter: { and: undefined, or: undefined, condition: undefined } }, 'EMPTY_GROUP'],
    ['too many conditions', { filter: any(...Array.from({ length: 51 }, () => where('name', 'eq', 'a'))) }, 'TOO_MANY_CONDITIONS'],
    ['too many levels', { filter: deep(5) }, 'TOO_DEEP'],
    ['far too many levels', { filter: deep(30) }, 'TOO_DEEP'],
  ])('refuses %s', async (_what, request, code) => {
    await expect(list(request)).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'filter', code }] });
  });

  it('takes 50 conditions and 5 levels', async () => {
    await expect(list({ filter: any(...Array.from({ length: 50 }, () => where('name', 'eq', 'a'))) })).resolves.toBeDefined();
    await expect(list({ filter: deep(4) })).resolves.toBeDefined();
  });

  it.each([[sorted('password')], [sorted('toString')], [sorted('name', 'name')], [sorted('name', 'lastName', 'firstName', 'createdAt')]])('refuses the sort %j', async (sort) => {
    await expect(list({ sort })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'sort'));
  });

  it.each([-1, 201])('refuses the limit %p', async (limit) => {
    await expect(list({ limit })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'limit'));
  });

  it('refuses a cursor of another workspace, list, sort or filter, one that was altered, and one that is none', async () => {
    const { page } = await list({ limit: 1 });
    const cursor = page?.nextCursor ?? '';
    const stranger = await person(crm);
    const [first] = cursor;
    const bad = refusal('invalid', 'INVALID_CURSOR', 'cursor');
    await expect(list({ cursor }, stranger)).rejects.toEqual(bad);
    await expect(list({ cursor, sort: sorted('-name') })).rejects.toEqual(bad);
    await expect(list({ cursor, filter: where('name', 'isNotNull') })).rejects.toEqual(bad);
    await expect(crm.client(CompanyServiceService).listCompanies({ list: { limit: 1, cursor, sort: [], filter: undefined, count: false } }, ada)).rejects.toEqual(bad);
    for (const altered of [`${first === 'A' ? 'B' : 'A'}${cursor.slice(1)}`, `${cursor.slice(0, -2)}AA`, cursor.slice(0, 20), 'x', '€', 'a'.repeat(2000)]) await expect(list({ cursor: altered })).rejects.toEqual(bad);
    await expect(list({ cursor })).resolves.toBeDefined();
  });
});
