import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswered } from './stack/coverage.js';
import type { Reply } from './stack/http.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

let stack: Stack;
let owner: Person;
let member: Person;
let viewer: Person;
beforeAll(async () => {
  stack = await startStack();
  owner = await signUp(stack.origin);
  [member, viewer] = await Promise.all([invite(owner, 'member'), invite(owner, 'viewer')]);
});
afterAll(() => stack.stop());

interface Company { id: string; name: string; version: number; ownerId: string; domain: string | null; tags: string[] }
interface Page { items: Company[]; nextCursor: string | null; count?: { value: number; exact: boolean } }
const base = '/api/v1/companies';
const nowhere = `${base}/${crypto.randomUUID()}`;
const add = async (body: Record<string, unknown>, person = owner): Promise<Company> => {
  const reply = await person.post(base, body);
  expect(reply.status).toBe(201);
  return reply.json<Company>();
};
const names = (reply: Reply): string[] => reply.json<Page>().items.map(({ name }) => name);
const filter = (condition: unknown): string => encodeURIComponent(JSON.stringify(condition));

describe('POST /api/v1/companies', () => {
  it('201: answers with the record, where it is, and the change set', async () => {
    const body = {
      name: '  Müller & Söhne ', domain: 'https://www.Mueller.example/about', size: '11-50', phone: '+49 30 901820', tags: ['customer'],
      address: { city: 'Berlin', country: 'DE' }, annualRevenue: { amount: '1250000.50', currency: 'EUR' }, custom: { tier: 'gold', seats: 5 },
    };
    const reply = await owner.post(base, body);
    expect(reply.status).toBe(201);
    const company = reply.json<Company>();
    expect(company).toMatchObject({ ...body, name: 'Müller & Söhne', domain: 'mueller.example', phone: '+4930901820', ownerId: owner.userId, version: 1, deletedAt: null });
    expect(reply.headers['location']).toBe(`${base}/${company.id}`);
    expect(reply.headers['change-set-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await viewer.get(reply.headers['location'] ?? '')).json()).toMatchObject({ ...company, contactCount: 0, openDealCount: 0 });
  });

  it('201 once: the same key gives the first answer again; 422 with another body', async () => {
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const first = await owner.post(base, { name: 'Once' }, key);
    const again = await owner.post(base, { name: 'Once' }, key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers['change-set-id']).toBe(first.headers['change-set-id']);
    expect((await owner.post(base, { name: 'Other' }, key)).json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(names(await owner.get(`${base}?filter=${filter({ field: 'name', op: 'eq', value: 'Once' })}`))).toEqual(['Once']);
  });

  it('a change and a deletion whose answers got lost give them again', async () => {
    const { id } = (await owner.post(base, { name: 'Before' })).json<{ id: string }>();
    for (const send of [
      (key: Record<string, string>) => owner.patch(`${base}/${id}`, { version: 1, name: 'After' }, key),
      (key: Record<string, string>) => owner.delete(`${base}/${id}`, key),
    ]) {
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      const [first, again] = [await send(key), await send(key)];
      expect([again.status, again.text, again.headers['change-set-id']]).toEqual([first.status, first.text, first.headers['change-set-id']]);
      expect(first.status).toBeLessThan(300);
    }
  });

  it('403 for viewers, 409 for a domain that is taken, 400 for an owner who is no member', async () => {
    expect((await viewer.post(base, { name: 'No' })).json()).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    await add({ name: 'First', domain: 'taken.example' });
    expect((await owner.post(base, { name: 'Second', domain: 'taken.example' })).json()).toMatchObject({ status: 409, code: 'DOMAIN_TAKEN', errors: [{ field: 'domain' }] });
    expect((await owner.post(base, { name: 'No', ownerId: crypto.randomUUID() })).json()).toMatchObject({ status: 400, errors: [{ field: 'ownerId', code: 'OWNER_NOT_FOUND' }] });
  });
});

describe('GET /api/v1/companies', () => {
  it('200: filters, sorts, pages and counts', async () => {
    for (const name of ['Alpha', 'alpine', 'Älpli', 'Beta']) await add({ name, tags: ['listed'] });
    const listed = filter({ and: [{ field: 'name', op: 'startsWith', value: 'al' }, { field: 'ownerId', op: 'in', value: [owner.userId] }] });
    const first = await viewer.get(`${base}?filter=${listed}&sort=-name&limit=2&count=true`);
    expect(names(first)).toHaveLength(2);
    const { nextCursor, count } = first.json<Page>();
    expect(count).toEqual({ value: 3, exact: true });
    const second = await viewer.get(`${base}?filter=${listed}&sort=-name&limit=2&cursor=${nextCursor ?? ''}`);
    expect(second.json<Page>().nextCursor).toBeNull();
    expect([...names(first), ...names(second)].sort()).toEqual(['Alpha', 'alpine', 'Älpli'].sort());
    expect(second.json<Page>().count).toBeUndefined();
  });
});

describe('PATCH /api/v1/companies/{id}', () => {
  it('200: changes what is given, clears what is null, and goes up a version', async () => {
    const { id } = await add({ name: 'Before', industry: 'Steel', domain: 'before.example', tags: ['a'] });
    const reply = await member.patch(`${base}/${id}`, { version: 1, name: 'After', domain: null });
    expect(reply.json()).toMatchObject({ name: 'After', domain: null, industry: 'Steel', tags: ['a'], version: 2 });
    expect(reply.headers['change-set-id']).toBeDefined();
  });

  it('409: says how the record is now, in the shape of the route', async () => {
    const { id } = await add({ name: 'One' });
    await owner.patch(`${base}/${id}`, { version: 1, name: 'Two' });
    const reply = await member.patch(`${base}/${id}`, { version: 1, name: 'Three' });
    const { current, ...problem } = reply.json<{ current: Company }>();
    expect(problem).toMatchObject({ status: 409, code: 'STALE_VERSION' });
    const { contactCount: _c, openDealCount: _d, ...read } = (await owner.get(`${base}/${id}`)).json<Company & { contactCount: number; openDealCount: number }>();
    expect(current).toEqual(read);
  });

  it('403 for viewers, 404 for none, 409 for a domain that is taken', async () => {
    const { id } = await add({ name: 'Mine', domain: 'mine.example' });
    await add({ name: 'Yours', domain: 'yours.example' });
    expect((await viewer.patch(`${base}/${id}`, { version: 1, name: 'No' })).status).toBe(403);
    expect((await owner.patch(nowhere, { version: 1, name: 'No' })).json()).toMatchObject({ status: 404, code: 'COMPANY_NOT_FOUND' });
    expect((await owner.patch(`${base}/${id}`, { version: 1, domain: 'yours.example' })).json()).toMatchObject({ status: 409, code: 'DOMAIN_TAKEN' });
  });
});

describe('DELETE and POST .../restore', () => {
  it('204 and 200: into the bin and back', async () => {
    const { id } = await add({ name: 'Lost and found' });
    const deleted = await owner.delete(`${base}/${id}`);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect(deleted.headers['change-set-id']).toBeDefined();
    expect((await owner.get(`${base}/${id}`)).json()).toMatchObject({ id, deletedAt: expect.any(String) });
    expect(names(await owner.get(`${base}?limit=200`))).not.toContain('Lost and found');
    const restored = await owner.post(`${base}/${id}/restore`);
    expect(restored.json()).toMatchObject({ id, deletedAt: null });
    expect(restored.headers['change-set-id']).toBeDefined();
  });

  it('403 for viewers, 404 for none; the domain of a company in the bin is free, and 409 when that comes back', async () => {
    const { id } = await add({ name: 'Old', domain: 'contested.example' });
    expect((await viewer.delete(`${base}/${id}`)).status).toBe(403);
    expect((await viewer.post(`${base}/${id}/restore`)).status).toBe(403);
    expect((await owner.delete(nowhere)).json()).toMatchObject({ status: 404, code: 'COMPANY_NOT_FOUND' });
    expect((await owner.post(`${nowhere}/restore`)).json()).toMatchObject({ status: 404, code: 'COMPANY_NOT_FOUND' });
    await owner.delete(`${base}/${id}`);
    expect((await owner.post(base, { name: 'New', domain: 'contested.example' })).status).toBe(201);
    expect((await owner.post(`${base}/${id}/restore`)).json()).toMatchObject({ status: 409, code: 'UNIQUE_VALUE_TAKEN', errors: [{ field: 'domain' }] });
  });
});

describe('POST /api/v1/companies/bulk-delete and bulk-assign', () => {
  it('200: changes many as one change set and counts those that are none', async () => {
    const ids = [(await add({ name: 'Bulk 1' })).id, (await add({ name: 'Bulk 2' })).id, crypto.randomUUID()];
    const assigned = await owner.post(`${base}/bulk-assign`, { ids, ownerId: member.userId });
    expect(assigned.json()).toEqual({ changed: 2, skipped: 1 });
    expect((await owner.get(`${base}/${ids[0] ?? ''}`)).json()).toMatchObject({ ownerId: member.userId });
    const deleted = await owner.post(`${base}/bulk-delete`, { ids });
    expect(deleted.json()).toEqual({ changed: 2, skipped: 1 });
    const undone = await owner.post(`/api/v1/change-sets/${String(deleted.headers['change-set-id'])}/undo`);
    expect(undone.json()).toEqual({ reverted: 2, kept: [] });
  });

  it('403 for viewers, 400 for an owner who is no member', async () => {
    const { id } = await add({ name: 'Bulk 3' });
    expect((await viewer.post(`${base}/bulk-delete`, { ids: [id] })).status).toBe(403);
    expect((await viewer.post(`${base}/bulk-assign`, { ids: [id], ownerId: null })).status).toBe(403);
    expect((await owner.post(`${base}/bulk-assign`, { ids: [id], ownerId: crypto.randomUUID() })).json()).toMatchObject({ status: 400, errors: [{ field: 'ownerId' }] });
  });
});

describe('GET /api/v1/companies/duplicates', () => {
  it('200: finds the domain and the similar name, and leaves out the one that is edited', async () => {
    const { id } = await add({ name: 'Nordwind Logistik', domain: 'nordwind.example' });
    const find = async (query: string) => (await owner.get(`${base}/duplicates?${query}`)).json<{ items: { id: string; matchedField: string }[] }>().items;
    expect(await find('domain=nordwind.example')).toMatchObject([{ id, matchedField: 'domain', deleted: false }]);
    expect(await find('name=Nordwind%20Logistic')).toMatchObject([{ id, matchedField: 'name' }]);
    expect(await find(`domain=nordwind.example&exceptId=${id}`)).toEqual([]);
  });
});

describe('GET /api/v1/companies/{id}/timeline', () => {
  it('200: newest first, page by page; 404 for none', async () => {
    const { id } = await add({ name: 'Story' });
    await owner.patch(`${base}/${id}`, { version: 1, name: 'Story told' });
    const first = (await viewer.get(`${base}/${id}/timeline?limit=1`)).json<{ items: unknown[]; nextCursor: string }>();
    expect(first.items).toMatchObject([{ kind: 'updated', actorId: owner.userId, payload: { fields: { name: { from: 'Story', to: 'Story told' } } } }]);
    expect((await viewer.get(`${base}/${id}/timeline?limit=1&cursor=${first.nextCursor}`)).json()).toMatchObject({ items: [{ kind: 'created' }] });
    expect((await viewer.get(`${nowhere}/timeline`)).json()).toMatchObject({ status: 404, code: 'RECORD_NOT_FOUND' });
  });
});

expectAnswered('Companies');
