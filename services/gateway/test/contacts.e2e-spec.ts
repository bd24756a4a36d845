import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswered } from './stack/coverage.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
let owner: Person;
let member: Person;
let viewer: Person;
let companyId: string;
beforeAll(async () => {
  stack = await startStack();
  owner = await signUp(stack.origin);
  [member, viewer] = await Promise.all([invite(owner, 'member'), invite(owner, 'viewer')]);
  companyId = (await owner.post('/api/v1/companies', { name: 'Analytical Engines' })).json<{ id: string }>().id;
});
afterAll(() => stack.stop());

interface Contact { id: string; version: number; emails: { email: string; primary: boolean }[] }
interface Page { items: Contact[]; nextCursor: string | null }
const base = '/api/v1/contacts';
const nowhere = `${base}/${crypto.randomUUID()}`;
const add = async (body: Record<string, unknown>): Promise<Contact> => {
  const reply = await owner.post(base, body);
  expect(reply.status).toBe(201);
  return reply.json<Contact>();
};

describe('POST /api/v1/contacts', () => {
  it('201: with several emails and phones, one of each the primary one, and the company', async () => {
    const reply = await member.post(base, {
      firstName: 'Grace', lastName: 'Hopper', title: 'Rear Admiral', companyId, lifecycle: 'customer', doNotContact: true,
      emails: [{ email: 'Grace@Example.com' }, { email: 'hopper@example.com', label: 'home' }], phones: [{ phone: '+1 202 456 1111', label: 'mobile' }],
    });
    expect(reply.json()).toMatchObject({
      company: { id: companyId, name: 'Analytical Engines' }, ownerId: member.userId, lifecycle: 'customer', doNotContact: true,
      emails: [{ email: 'grace@example.com', label: 'work', primary: true }, { email: 'hopper@example.com', label: 'home', primary: false }],
      phones: [{ phone: '+12024561111', label: 'mobile', primary: true }],
    });
    expect(reply.headers['location']).toBe(`${base}/${reply.json<Contact>().id}`);
  });

  it('409 for an email that is taken; 400 without a name and for what it names and does not exist; 403 for viewers', async () => {
    await add({ emails: [{ email: 'taken@example.com' }] });
    expect((await owner.post(base, { emails: [{ email: 'Taken@example.com' }] })).json()).toMatchObject({ status: 409, code: 'EMAIL_TAKEN', errors: [{ field: expect.stringMatching(/^emails/) }] });
    expect((await owner.post(base, {})).json()).toMatchObject({ status: 400, errors: [{ field: expect.any(String) }] });
    expect((await owner.post(base, { firstName: 'A', companyId: crypto.randomUUID() })).json()).toMatchObject({ status: 400, errors: [{ field: 'companyId', code: 'COMPANY_NOT_FOUND' }] });
    expect((await owner.post(base, { firstName: 'A', ownerId: crypto.randomUUID() })).json()).toMatchObject({ status: 400, errors: [{ field: 'ownerId', code: 'OWNER_NOT_FOUND' }] });
    expect((await owner.post(base, { firstName: 'A', phones: [{ phone: 'call me' }] })).json()).toMatchObject({ status: 400, errors: [{ field: expect.stringMatching(/^phones/) }] });
    expect((await viewer.post(base, { firstName: 'No' })).status).toBe(403);
  });
});

describe('GET /api/v1/contacts', () => {
  it('200: by last name and by parts of an email', async () => {
    for (const lastName of ['Zuse', 'Zander']) await add({ lastName, emails: [{ email: `${lastName.toLowerCase()}@zed.example` }] });
    const filter = encodeURIComponent(JSON.stringify({ field: 'email', op: 'contains', value: 'zed.exa' }));
    const { items } = (await viewer.get(`${base}?sort=lastName,-createdAt&filter=${filter}`)).json<{ items: { lastName: string }[] }>();
    expect(items.map(({ lastName }) => lastName)).toEqual(['Zander', 'Zuse']);
  });
});

describe('GET, PATCH and DELETE /api/v1/contacts/{id}', () => {
  it('200, 200, 204, and back: reads, changes, bins, restores', async () => {
    const { id } = await add({ firstName: 'Ada', title: 'Countess', emails: [{ email: 'ada@lovelace.example' }] });
    const changed = await owner.patch(`${base}/${id}`, { version: 1, title: null, emails: [{ email: 'ada@byron.example' }], companyId });
    expect(changed.json()).toMatchObject({ title: null, emails: [{ email: 'ada@byron.example', primary: true }], company: { id: companyId }, version: 2 });
    expect((await viewer.get(`${base}/${id}`)).json()).toEqual(changed.json());
    expect((await owner.delete(`${base}/${id}`)).status).toBe(204);
    expect((await owner.get(`${base}/${id}`)).json()).toMatchObject({ id, deletedAt: expect.any(String) });
    expect((await owner.post(`${base}/${id}/restore`)).json()).toMatchObject({ id, emails: [{ email: 'ada@byron.example' }] });
  });

  it('409: a stale version with the record as it is now; an email of somebody else, until that one is in the bin', async () => {
    const first = await add({ firstName: 'First', emails: [{ email: 'first@example.com' }] });
    const second = await add({ firstName: 'Second', emails: [{ email: 'second@example.com' }] });
    await owner.patch(`${base}/${first.id}`, { version: 1, lastName: 'Now' });
    expect((await owner.patch(`${base}/${first.id}`, { version: 1, lastName: 'Then' })).json()).toMatchObject({ code: 'STALE_VERSION', current: { id: first.id, lastName: 'Now', version: 2 } });
    expect((await owner.patch(`${base}/${second.id}`, { version: 1, emails: [{ email: 'first@example.com' }] })).json()).toMatchObject({ status: 409, code: 'EMAIL_TAKEN' });
    await owner.delete(`${base}/${first.id}`);
    expect((await owner.post(base, { firstName: 'Heir', emails: [{ email: 'first@example.com' }] })).status).toBe(201);
    expect((await owner.post(`${base}/${first.id}/restore`)).status).toBe(409);
  });

  it('403 for viewers, 404 for none', async () => {
    const { id } = await add({ firstName: 'Alan' });
    expect((await viewer.patch(`${base}/${id}`, { version: 1, firstName: 'No' })).status).toBe(403);
    expect((await viewer.delete(`${base}/${id}`)).status).toBe(403);
    expect((await viewer.post(`${base}/${id}/restore`)).status).toBe(403);
    expect((await owner.patch(nowhere, { version: 1, firstName: 'No' })).json()).toMatchObject({ status: 404, code: 'CONTACT_NOT_FOUND' });
    expect((await owner.delete(nowhere)).status).toBe(404);
    expect((await owner.post(`${nowhere}/restore`)).status).toBe(404);
  });
});

describe('POST /api/v1/contacts/bulk-delete and bulk-assign', () => {
  it('200 for many, 403 for viewers', async () => {
    const ids = [(await add({ firstName: 'B1' })).id, (await add({ firstName: 'B2' })).id];
    expect((await owner.post(`${base}/bulk-assign`, { ids, ownerId: null })).json()).toEqual({ changed: 2, skipped: 0 });
    expect((await owner.get(`${base}/${ids[0] ?? ''}`)).json()).toMatchObject({ ownerId: null });
    expect((await viewer.post(`${base}/bulk-assign`, { ids, ownerId: null })).status).toBe(403);
    expect((await viewer.post(`${base}/bulk-delete`, { ids })).status).toBe(403);
    expect((await owner.post(`${base}/bulk-delete`, { ids })).json()).toEqual({ changed: 2, skipped: 0 });
  });
});

describe('text of every language', () => {
  it('is composed on its way in, and found however it is typed', async () => {
    const apart = '\u1112\u1161\u11ab\u1100\u1173\u11af';
    const contact = await add({ firstName: 'e\u0301', lastName: apart, custom: { note: 'e\u0301' } });
    expect(contact).toMatchObject({ firstName: '\u00e9', lastName: '\ud55c\uae00', custom: { note: '\u00e9' } });
    const filter = (value: string) => `${base}?${new URLSearchParams({ filter: JSON.stringify({ field: 'lastName', op: 'eq', value }) })}`;
    const escaped = `${base}?${new URLSearchParams({ filter: `{"field":"lastName","op":"eq","value":"${[...apart].map((letter) => `\\u${letter.charCodeAt(0).toString(16)}`).join('')}"}` })}`;
    for (const path of [filter(apart), filter('\ud55c\uae00'), escaped]) expect((await viewer.get(path)).json<Page>().items).toMatchObject([{ id: contact.id }]);
    for (const query of [apart, '\ud55c\uae00']) expect((await viewer.get(`/api/v1/search?${new URLSearchParams({ q: query })}`)).json<Page>().items).toMatchObject([{ id: contact.id }]);
  });

  it('may stand in emails; a domain in punycode is shown in its letters', async () => {
    expect(await add({ emails: [{ email: 'mail@k\u00f6ln.example' }, { email: 'a&b@example.com' }, { email: 'x@xn--bcher-kva.example' }] })).toMatchObject({
      emails: [{ email: 'mail@k\u00f6ln.example' }, { email: 'a&b@example.com' }, { email: 'x@b\u00fccher.example' }],
    });
    expect((await owner.post(base, { emails: [{ email: 'a b@example.com' }] })).json()).toMatchObject({ errors: [{ field: 'emails[0].email', code: 'INVALID_EMAIL' }] });
  });
});

describe('GET /api/v1/contacts/duplicates', () => {
  it('200: by email, phone and name', async () => {
    const { id } = await add({ firstName: 'Katherine', lastName: 'Johnson', emails: [{ email: 'katherine@nasa.example' }], phones: [{ phone: '+12023580000' }] });
    const find = async (query: Record<string, string>) => (await viewer.get(`${base}/duplicates?${new URLSearchParams(query)}`)).json<{ items: unknown[] }>().items;
    expect(await find({ email: 'Katherine@nasa.example' })).toMatchObject([{ kind: 'contact', id, matchedField: 'email' }]);
    expect(await find({ phone: '+1 202 358 0000' })).toMatchObject([{ id, matchedField: 'phone' }]);
    expect(await find({ name: 'Catherine Johnson' })).toMatchObject([{ id, matchedField: 'name' }]);
    expect(await find({ email: 'katherine@nasa.example', exceptId: id })).toEqual([]);
  });
});

describe('GET /api/v1/contacts/{id}/timeline', () => {
  it('200; 404 for none', async () => {
    const { id } = await add({ firstName: 'Story' });
    expect((await viewer.get(`${base}/${id}/timeline`)).json<Page>()).toMatchObject({ items: [{ kind: 'created', subject: { kind: 'contact', id } }], nextCursor: null });
    expect((await viewer.get(`${nowhere}/timeline`)).status).toBe(404);
  });
});

expectAnswered('Contacts');
