import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswered } from './stack/coverage.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

interface Item { id: string; version: number }
let stack: Stack;
let owner: Person;
let member: Person;
let viewer: Person;
let contact: { kind: 'contact'; id: string };
beforeAll(async () => {
  stack = await startStack();
  owner = await signUp(stack.origin);
  [member, viewer] = await Promise.all([invite(owner, 'member'), invite(owner, 'viewer')]);
  contact = { kind: 'contact', id: (await owner.post('/api/v1/contacts', { firstName: 'Ada' })).json<Item>().id };
});
afterAll(() => stack.stop());

const tasks = '/api/v1/tasks';
const notes = '/api/v1/notes';
const unknown = crypto.randomUUID();
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const add = async (path: string, body: unknown, person = owner): Promise<Item> => {
  const reply = await person.post(path, body);
  expect(reply.status).toBe(201);
  return reply.json<Item>();
};

describe('/api/v1/tasks', () => {
  it('201, 200, 204, 200: adds, reads, completes, reopens, bins, restores', async () => {
    const created = await owner.post(tasks, { subject: 'Call', description: 'About the offer', dueDate: day(1), dueTime: '09:30', priority: 'high', assigneeId: member.userId, links: [contact] });
    const { id } = created.json<Item>();
    expect(created.json()).toMatchObject({ status: 'open', assigneeId: member.userId, links: [{ ...contact, title: 'Ada' }], completedAt: null });
    expect(created.headers['location']).toBe(`${tasks}/${id}`);
    const done = await member.patch(`${tasks}/${id}`, { version: 1, status: 'done' });
    expect(done.json()).toMatchObject({ status: 'done', completedAt: expect.any(String), version: 2 });
    expect((await viewer.get(`${tasks}/${id}`)).json()).toEqual(done.json());
    expect((await member.patch(`${tasks}/${id}`, { version: 2, status: 'open', description: null })).json()).toMatchObject({ status: 'open', completedAt: null, description: null });
    expect((await owner.delete(`${tasks}/${id}`)).status).toBe(204);
    expect((await owner.post(`${tasks}/${id}/restore`)).json()).toMatchObject({ id, deletedAt: null });
  });

  it('200: lists by due date, and those of one record', async () => {
    const linked = await add(tasks, { subject: 'Linked', links: [contact] });
    await add(tasks, { subject: 'Not linked' });
    const { items } = (await viewer.get(`${tasks}?linkedTo=contact:${contact.id}&sort=dueDate&limit=200`)).json<{ items: (Item & { subject: string })[] }>();
    expect(items.map(({ id }) => id)).toContain(linked.id);
    expect(items.map(({ subject }) => subject)).not.toContain('Not linked');
  });

  it('409 with the task as it is now, 400 for what it names and does not exist, 404 for none, 403 for viewers', async () => {
    const { id } = await add(tasks, { subject: 'First' });
    await owner.patch(`${tasks}/${id}`, { version: 1, subject: 'Second' });
    expect((await owner.patch(`${tasks}/${id}`, { version: 1, subject: 'Third' })).json()).toMatchObject({ code: 'STALE_VERSION', current: { id, subject: 'Second' } });
    expect((await owner.post(tasks, { subject: 'No', assigneeId: unknown })).json()).toMatchObject({ status: 400, errors: [{ field: 'assigneeId', code: 'ASSIGNEE_NOT_FOUND' }] });
    expect((await owner.post(tasks, { subject: 'No', links: [{ kind: 'deal', id: unknown }] })).json()).toMatchObject({ status: 400, errors: [{ field: expect.stringMatching(/^links/), code: 'LINKED_RECORD_NOT_FOUND' }] });
    expect((await owner.get(`${tasks}/${unknown}`)).json()).toMatchObject({ status: 404, code: 'TASK_NOT_FOUND' });
    expect((await owner.patch(`${tasks}/${unknown}`, { version: 1, subject: 'No' })).status).toBe(404);
    expect((await owner.delete(`${tasks}/${unknown}`)).status).toBe(404);
    expect((await owner.post(`${tasks}/${unknown}/restore`)).status).toBe(404);
    expect((await viewer.post(tasks, { subject: 'No' })).status).toBe(403);
    expect((await viewer.patch(`${tasks}/${id}`, { version: 2, subject: 'No' })).status).toBe(403);
    expect((await viewer.delete(`${tasks}/${id}`)).status).toBe(403);
    expect((await viewer.post(`${tasks}/${id}/restore`)).status).toBe(403);
  });

  it('200: changes many; 403 for viewers', async () => {
    const ids = [(await add(tasks, { subject: 'B1' })).id, (await add(tasks, { subject: 'B2' })).id];
    expect((await owner.post(`${tasks}/bulk-assign`, { ids, ownerId: member.userId })).json()).toEqual({ changed: 2, skipped: 0 });
    expect((await owner.get(`${tasks}/${ids[0] ?? ''}`)).json()).toMatchObject({ assigneeId: member.userId });
    expect((await viewer.post(`${tasks}/bulk-assign`, { ids, ownerId: null })).status).toBe(403);
    expect((await viewer.post(`${tasks}/bulk-delete`, { ids })).status).toBe(403);
    expect((await owner.post(`${tasks}/bulk-delete`, { ids })).json()).toEqual({ changed: 2, skipped: 0 });
  });
});

describe('a day that is written', () => {
  it.each(['0026-12-15', '2027-02-31', '1899-12-31', '2200-01-01', '12/15/26'])('400: refuses %s', async (dueDate) => {
    expect((await member.post(tasks, { subject: 'When?', dueDate })).json()).toMatchObject({ status: 400, errors: [{ field: 'dueDate' }] });
  });
});

describe('GET /api/v1/my-day', () => {
  it("200: the caller's own tasks by day", async () => {
    const person = await invite(owner, 'member');
    for (const [subject, dueDate] of [['Late', day(-2)], ['Now', day(0)], ['Soon', day(3)], ['Whenever', null]]) await add(tasks, { subject, dueDate }, person);
    const today = (await person.get('/api/v1/my-day?timeZone=UTC')).json<Record<string, { subject: string }[]>>();
    const subjects = (part: string) => today[part]?.map(({ subject }) => subject);
    expect([subjects('overdue'), subjects('dueToday'), subjects('next')]).toEqual([['Late'], ['Now'], ['Soon', 'Whenever']]);
    expect(today).toMatchObject({ today: day(0), more: false });
    expect((await person.get('/api/v1/my-day?timeZone=Nowhere/Else')).json()).toMatchObject({ status: 400, errors: [{ field: 'timeZone' }] });
    expect((await person.get(`/api/v1/my-day?timeZone=${encodeURIComponent('+02:00')}`)).json()).toMatchObject({ status: 400, errors: [{ field: 'timeZone' }] });
  });

  it('200: the open deals of the caller that ask for something', async () => {
    const person = await invite(owner, 'member');
    await add('/api/v1/deals', { name: 'Late', expectedClose: day(-2) }, person);
    await add('/api/v1/deals', { name: 'Soon', expectedClose: day(3), nextStep: 'Call' }, person);
    await add('/api/v1/deals', { name: 'Adrift' }, person);
    expect((await person.get('/api/v1/my-day?timeZone=UTC')).json()).toMatchObject({
      deals: {
        overdue: { items: [{ name: 'Late', ownerId: person.userId }], more: false },
        closing: { items: [{ name: 'Soon' }], more: false },
        withoutNextStep: { items: [{ name: 'Adrift' }], more: false },
        standing: { items: [], more: false },
      },
    });
  });

  it("200: without a time zone the day of the person's own clock, else of the workspace's", async () => {
    const dayIn = (timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());
    const person = await signUp(stack.origin);
    const today = async (): Promise<unknown> => (await person.get('/api/v1/my-day')).json<{ today: string }>().today;
    // A day lies between the first two at every moment, and the third is behind both.
    await person.patch('/api/v1/workspace', { timeZone: 'Pacific/Kiritimati', version: 1 });
    expect(await today()).toBe(dayIn('Pacific/Kiritimati'));
    await person.patch('/api/v1/user', { timeZone: 'Pacific/Pago_Pago', version: 1 });
    expect(await today()).toBe(dayIn('Pacific/Pago_Pago'));
    expect((await person.get('/api/v1/my-day?timeZone=Pacific/Kiritimati')).json()).toMatchObject({ today: dayIn('Pacific/Kiritimati') });
  });
});

describe('/api/v1/notes', () => {
  it('201: keeps formatting, and nothing that runs', async () => {
    const body = `<p>Hello <strong>you</strong><script>alert(1)</script><img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> <a href="https://example.com">y</a></p>`;
    const reply = await member.post(notes, { record: contact, body, pinned: true });
    const note = reply.json<Item & { body: string }>();
    expect(reply.json()).toMatchObject({ record: { ...contact, title: 'Ada' }, pinned: true, mentions: [] });
    expect(note.body).toContain('<strong>you</strong>');
    expect(note.body).not.toMatch(/script|onerror|<img/);
    expect(reply.headers['location']).toBe(`${notes}/${note.id}`);
    expect((await viewer.get(`${notes}?record=contact:${contact.id}`)).json()).toMatchObject({ items: [{ id: note.id }] });
  });

  it('200, 204, 200: changes, bins, restores', async () => {
    const { id } = await add(notes, { record: contact, body: '<p>One</p>' });
    const changed = await owner.patch(`${notes}/${id}`, { version: 1, body: '<p>Two</p>' });
    expect((await viewer.get(`${notes}/${id}`)).json()).toEqual(changed.json());
    expect((await owner.delete(`${notes}/${id}`)).status).toBe(204);
    expect((await owner.post(`${notes}/${id}/restore`)).json()).toMatchObject({ id, body: '<p>Two</p>', deletedAt: null });
    expect((await viewer.get(`/api/v1/contacts/${contact.id}/timeline`)).text).toContain('"note"');
  });

  it('409 with the note as it is now, 400 for an empty one and one on nothing, 403 for one of somebody else, 404 for none', async () => {
    const { id } = await add(notes, { record: contact, body: '<p>Mine</p>' });
    await owner.patch(`${notes}/${id}`, { version: 1, pinned: true });
    expect((await owner.patch(`${notes}/${id}`, { version: 1, pinned: false })).json()).toMatchObject({ code: 'STALE_VERSION', current: { id, pinned: true } });
    const large = `<p>${randomBytes(45_000).toString('hex')}</p>`;
    await owner.patch(`${notes}/${id}`, { version: 2, body: large });
    expect((await owner.patch(`${notes}/${id}`, { version: 2, body: '<p>Small</p>' })).json()).toMatchObject({ status: 409, code: 'STALE_VERSION', current: { id, version: 3, body: large } });
    expect((await owner.post(notes, { record: contact, body: '<p> </p>' })).json()).toMatchObject({ status: 400, errors: [{ field: 'body', code: 'NOTE_EMPTY' }] });
    expect((await owner.post(notes, { record: { kind: 'deal', id: unknown }, body: 'x' })).json()).toMatchObject({ status: 400, errors: [{ code: 'LINKED_RECORD_NOT_FOUND' }] });
    expect((await member.patch(`${notes}/${id}`, { version: 3, body: 'No' })).json()).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await viewer.post(notes, { record: contact, body: 'No' })).status).toBe(403);
    expect((await viewer.delete(`${notes}/${id}`)).status).toBe(403);
    expect((await owner.get(`${notes}/${unknown}`)).json()).toMatchObject({ status: 404, code: 'NOTE_NOT_FOUND' });
    expect((await owner.patch(`${notes}/${unknown}`, { version: 1, pinned: true })).status).toBe(404);
    expect((await owner.delete(`${notes}/${unknown}`)).status).toBe(404);
    expect((await owner.post(`${notes}/${unknown}/restore`)).status).toBe(404);
  });
});

expectAnswered('Tasks');
expectAnswered('Notes');
