import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswered } from './stack/coverage.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

interface Item { id: string; version: number }
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

const companies = '/api/v1/companies';
const changeSetOf = ({ headers }: { headers: Record<string, unknown> }): string => String(headers['change-set-id']);

describe('GET /api/v1/bin', () => {
  it('200: what was deleted, newest first, by kind, page by page', async () => {
    const ids = [];
    for (const name of ['Older', 'Newer']) {
      const { id } = (await owner.post(companies, { name })).json<Item>();
      await owner.delete(`${companies}/${id}`);
      ids.push(id);
    }
    const first = (await viewer.get('/api/v1/bin?kind=company&limit=1')).json<{ items: unknown[]; nextCursor: string }>();
    expect(first.items).toMatchObject([{ record: { kind: 'company', id: ids[1], title: 'Newer' }, deletedBy: owner.userId }]);
    expect((await viewer.get(`/api/v1/bin?kind=company&limit=1&cursor=${first.nextCursor}`)).json()).toMatchObject({ items: [{ record: { id: ids[0] } }] });
    expect((await viewer.get('/api/v1/bin?kind=contact')).json()).toMatchObject({ items: [], nextCursor: null });
  });
});

describe('/api/v1/bin/{kind}/{id}', () => {
  it('200 and 204: says what would go, then deletes it for good; 404 from then on, also of one that lives', async () => {
    const { id } = (await owner.post(companies, { name: 'Gone', domain: 'gone.example' })).json<Item>();
    const contact = (await owner.post('/api/v1/contacts', { lastName: 'Stays', companyId: id })).json<Item>();
    await owner.post('/api/v1/notes', { record: { kind: 'company', id }, body: '<p>Old</p>' });
    const path = `/api/v1/bin/company/${id}`;
    expect((await owner.get(path)).json()).toMatchObject({ status: 404, code: 'COMPANY_NOT_FOUND' });
    await owner.delete(`${companies}/${id}`);
    expect((await owner.get(path)).json()).toEqual({ record: { kind: 'company', id, title: 'Gone' }, deletedAt: expect.any(String), deletedBy: owner.userId, version: 2, notes: 1, contacts: 1, deals: 0, tasks: 0 });
    expect((await owner.post(`${path}/purge`, { version: 1 })).json()).toMatchObject({ status: 409, code: 'PURGE_OUTDATED' });
    expect((await owner.post(`${path}/purge`, {})).json()).toMatchObject({ status: 400, errors: [{ field: 'version' }] });
    expect((await owner.post(`${path}/purge`, { version: 2 })).status).toBe(204);
    expect((await owner.post(`${path}/purge`, { version: 2 })).json()).toMatchObject({ status: 404, code: 'COMPANY_NOT_FOUND' });
    expect((await owner.get(`/api/v1/contacts/${contact.id}`)).json()).toMatchObject({ companyId: null });
    expect((await owner.post(companies, { name: 'Heir', domain: 'gone.example' })).status).toBe(201);
  });

  it('403 for members: what they throw away, an owner or admin deletes for good', async () => {
    const { id } = (await member.post(companies, { name: 'Kept' })).json<Item>();
    await member.delete(`${companies}/${id}`);
    expect((await member.get(`/api/v1/bin/company/${id}`)).status).toBe(403);
    expect((await member.post(`/api/v1/bin/company/${id}/purge`, { version: 2 })).status).toBe(403);
  });
});

describe('POST /api/v1/change-sets/{id}/undo', () => {
  it('200: takes an edit back, and undoing the undo brings it again', async () => {
    const { id } = (await owner.post(companies, { name: 'Before' })).json<Item>();
    const changed = await owner.patch(`${companies}/${id}`, { version: 1, name: 'After' });
    const undone = await owner.post(`/api/v1/change-sets/${changeSetOf(changed)}/undo`);
    expect(undone.json()).toEqual({ reverted: 1, kept: [] });
    expect((await owner.get(`${companies}/${id}`)).json()).toMatchObject({ name: 'Before' });
    await owner.post(`/api/v1/change-sets/${changeSetOf(undone)}/undo`);
    expect((await owner.get(`${companies}/${id}`)).json()).toMatchObject({ name: 'After' });
  });

  it('200: leaves alone what somebody changed since, and names it', async () => {
    const { id } = (await owner.post(companies, { name: 'Mine' })).json<Item>();
    const changed = await owner.patch(`${companies}/${id}`, { version: 1, name: 'Mine too' });
    await member.patch(`${companies}/${id}`, { version: 2, name: 'Theirs' });
    expect((await owner.post(`/api/v1/change-sets/${changeSetOf(changed)}/undo`)).json()).toMatchObject({ reverted: 0, kept: [{ kind: 'company', id, title: 'Theirs' }] });
  });

  it('422 when it is undone already; 404 for none and, for a member, for those of others', async () => {
    const changed = await owner.post(companies, { name: 'Short-lived' });
    const path = `/api/v1/change-sets/${changeSetOf(changed)}/undo`;
    expect((await member.post(path)).json()).toMatchObject({ status: 404, code: 'CHANGE_SET_NOT_FOUND' });
    expect((await owner.post(path)).json()).toMatchObject({ reverted: 1 });
    expect((await owner.post(path)).json()).toMatchObject({ status: 422, code: 'CHANGE_SET_ALREADY_UNDONE' });
    expect((await owner.post(`/api/v1/change-sets/${crypto.randomUUID()}/undo`)).json()).toMatchObject({ status: 404, code: 'CHANGE_SET_NOT_FOUND' });
  });
});

describe('GET /api/v1/search', () => {
  it('200: by any part of a name without accents, by email, domain and phone, of the kinds asked for', async () => {
    await owner.post(companies, { name: 'Zürcher Käserei', domain: 'kaese.example' });
    await owner.post('/api/v1/contacts', { firstName: 'Zoë', lastName: 'Zimmermann', emails: [{ email: 'zoe@kaese.example' }], phones: [{ phone: '+41446681800' }] });
    const find = async (query: Record<string, string>) => (await viewer.get(`/api/v1/search?${new URLSearchParams(query)}`)).json<{ items: { title: string; kind: string; matchedField: string }[] }>().items;
    expect(await find({ q: 'urcher ka' })).toMatchObject([{ kind: 'company', title: 'Zürcher Käserei', matchedField: 'name' }]);
    expect((await find({ q: 'kaese.example' })).map(({ kind }) => kind).sort()).toEqual(['company', 'contact']);
    expect(await find({ q: '4466818' })).toMatchObject([{ title: 'Zoë Zimmermann', matchedField: 'phone' }]);
    expect(await find({ q: 'kaese', kinds: 'contact' })).toMatchObject([{ kind: 'contact' }]);
    expect(await find({ q: 'there is nothing like this' })).toEqual([]);
  });
});

describe('/api/v1/sample-data', () => {
  it('201, 422, 204: loads once, and takes exactly the samples away', async () => {
    const own = (await owner.post(companies, { name: 'My own' })).json<Item>();
    expect((await viewer.get('/api/v1/sample-data')).json()).toMatchObject({ loaded: false });
    const counts = { companies: 60, contacts: 200, deals: 90 };
    expect((await owner.post('/api/v1/sample-data')).json()).toMatchObject({ loaded: true, counts });
    expect((await owner.post('/api/v1/sample-data')).json()).toMatchObject({ status: 422, code: 'SAMPLE_DATA_ALREADY_LOADED' });
    expect((await viewer.get('/api/v1/sample-data')).json()).toMatchObject({ loaded: true, counts });
    expect((await owner.delete('/api/v1/sample-data')).status).toBe(204);
    expect((await owner.get('/api/v1/deals?count=true')).json()).toMatchObject({ items: [], count: { value: 0 } });
    expect((await owner.get(`${companies}/${own.id}`)).status).toBe(200);
  });

  it('403 for members', async () => {
    expect((await member.post('/api/v1/sample-data')).status).toBe(403);
    expect((await member.delete('/api/v1/sample-data')).status).toBe(403);
  });
});

expectAnswered('Bin and undo');
expectAnswered('Search');
expectAnswered('Sample data');
