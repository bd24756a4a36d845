import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswered } from './stack/coverage.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

interface Stage { id: string; name: string; type: string; probability: number; requiredFields: string[] }
interface Pipeline { id: string; version: number; stages: Stage[] }
interface Deal { id: string; version: number; stageId: string; status: string }
interface Column { stage: Stage; count: number; sum: { amount: string }; weightedSum: { amount: string }; cards: Deal[]; nextCursor: string | null }

let stack: Stack;
let owner: Person;
let member: Person;
let viewer: Person;
let pipeline: Pipeline;
beforeAll(async () => {
  stack = await startStack();
  owner = await signUp(stack.origin);
  [member, viewer] = await Promise.all([invite(owner, 'member'), invite(owner, 'viewer')]);
  pipeline = (await owner.get('/api/v1/pipelines')).json<{ items: Pipeline[] }>().items[0] as Pipeline;
});
afterAll(() => stack.stop());

const base = '/api/v1/deals';
const nowhere = `${base}/${crypto.randomUUID()}`;
const open = (index = 0): Stage => pipeline.stages.filter(({ type }) => type === 'open')[index] as Stage;
const closing = (type: 'won' | 'lost'): Stage => pipeline.stages.find((stage) => stage.type === type) as Stage;
const add = async (body: Record<string, unknown> = {}): Promise<Deal> => {
  const reply = await owner.post(base, { name: 'A deal', ...body });
  expect(reply.status).toBe(201);
  return reply.json<Deal>();
};
const board = async (query = ''): Promise<Column[]> => (await viewer.get(`${base}/board?${query}`)).json<{ columns: Column[] }>().columns;
const column = (columns: Column[], { id }: Stage): Column => columns.find(({ stage }) => stage.id === id) as Column;

describe('POST /api/v1/deals', () => {
  it('201: goes to the first stage of the default pipeline, at the top', async () => {
    const company = (await owner.post('/api/v1/companies', { name: 'Buyer' })).json<{ id: string }>();
    const contact = (await owner.post('/api/v1/contacts', { firstName: 'Ada', lastName: 'Buyer' })).json<{ id: string }>();
    const reply = await member.post(base, {
      name: 'Big one', amount: { amount: '1200.00', currency: 'EUR' }, companyId: company.id, contactIds: [contact.id], expectedClose: '2026-12-24', nextStep: 'Call', probabilityOverride: 42,
    });
    const deal = reply.json<Deal>();
    expect(deal).toMatchObject({
      pipelineId: pipeline.id, stageId: open().id, status: 'open', amount: { amount: '1200.00', currency: 'EUR' }, worth: { amount: '1200.00', currency: 'EUR' }, company: { id: company.id, name: 'Buyer' },
      contacts: [{ id: contact.id, name: 'Ada Buyer' }], probability: 42, probabilityOverride: 42, ownerId: member.userId, expectedClose: '2026-12-24', closedAt: null,
    });
    expect(reply.headers['location']).toBe(`${base}/${deal.id}`);
    expect(column(await board(), open()).cards[0]).toMatchObject({ id: deal.id });
  });

  it('400 for what it names and does not exist, 403 for viewers', async () => {
    const unknown = crypto.randomUUID();
    for (const [field, value, code] of [
      ['companyId', unknown, 'COMPANY_NOT_FOUND'], ['contactIds', [unknown], 'CONTACT_NOT_FOUND'], ['ownerId', unknown, 'OWNER_NOT_FOUND'], ['stageId', unknown, 'STAGE_NOT_IN_PIPELINE'],
    ] as const) {
      expect((await owner.post(base, { name: 'No', [field]: value })).json()).toMatchObject({ status: 400, errors: [{ field: expect.stringContaining(field), code }] });
    }
    for (const [amount, currency] of [['0.005', 'EUR'], ['1.234', 'EUR'], ['5000.75', 'JPY'], ['1.2345', 'IQD'], ['-1.00', 'EUR'], ['1,00', 'EUR'], ['1234567890123', 'EUR']]) {
      expect((await owner.post(base, { name: 'No', amount: { amount, currency } })).json()).toMatchObject({ status: 400, errors: [{ field: 'amount.amount' }] });
    }
    expect((await viewer.post(base, { name: 'No' })).status).toBe(403);
  });
});

describe('GET, PATCH, DELETE /api/v1/deals/{id} and restore', () => {
  it('200, 200, 204, 200', async () => {
    const { id } = await add({ amount: { amount: '99.95', currency: 'HUF' } });
    expect((await viewer.get(`${base}/${id}`)).json()).toMatchObject({ amount: { amount: '99.95', currency: 'HUF' } });
    const changed = await member.patch(`${base}/${id}`, { version: 1, amount: null, nextStep: 'Write' });
    expect(changed.json()).toMatchObject({ amount: null, nextStep: 'Write', version: 2 });
    expect((await viewer.get(`${base}/${id}`)).json()).toEqual(changed.json());
    expect((await owner.delete(`${base}/${id}`)).status).toBe(204);
    expect((await owner.post(`${base}/${id}/restore`)).json()).toMatchObject({ id, stageId: open().id, deletedAt: null });
  });

  it('409 with the record as it is now, 404 for none, 403 for viewers', async () => {
    const { id } = await add();
    await owner.patch(`${base}/${id}`, { version: 1, name: 'Renamed' });
    expect((await owner.patch(`${base}/${id}`, { version: 1, name: 'Late' })).json()).toMatchObject({ status: 409, code: 'STALE_VERSION', current: { id, name: 'Renamed', version: 2 } });
    expect((await owner.get(nowhere)).json()).toMatchObject({ status: 404, code: 'DEAL_NOT_FOUND' });
    expect((await owner.patch(nowhere, { version: 1, name: 'No' })).status).toBe(404);
    expect((await owner.delete(nowhere)).status).toBe(404);
    expect((await owner.post(`${nowhere}/restore`)).status).toBe(404);
    expect((await viewer.patch(`${base}/${id}`, { version: 2, name: 'No' })).status).toBe(403);
    expect((await viewer.delete(`${base}/${id}`)).status).toBe(403);
    expect((await viewer.post(`${base}/${id}/restore`)).status).toBe(403);
  });
});

describe('POST /api/v1/deals/{id}/move', () => {
  it('200: to another stage, before another card, and the sums follow', async () => {
    const before = column(await board(), open(1));
    const [first, second] = [await add({ amount: { amount: '100.00', currency: 'EUR' } }), await add({ amount: { amount: '50.00', currency: 'EUR' } })];
    const moved = await member.post(`${base}/${first.id}/move`, { stageId: open(1).id, version: 1 });
    expect(moved.json()).toMatchObject({ stageId: open(1).id, version: 2, probability: open(1).probability });
    expect(moved.headers['change-set-id']).toBeDefined();
    await member.post(`${base}/${second.id}/move`, { stageId: open(1).id, beforeDealId: first.id, version: 1 });
    const after = column(await board(), open(1));
    expect(after.cards.map(({ id }) => id).filter((id) => [first.id, second.id].includes(id))).toEqual([second.id, first.id]);
    expect(after.count).toBe(before.count + 2);
    expect(Number(after.sum.amount)).toBeCloseTo(Number(before.sum.amount) + 150, 2);
    expect(Number(after.weightedSum.amount)).toBeCloseTo(Number(before.weightedSum.amount) + 150 * (open(1).probability / 100), 2);
  });

  it('200: closes and reopens; 422 when a lost deal has no reason', async () => {
    const { id } = await add();
    expect((await owner.post(`${base}/${id}/move`, { stageId: closing('lost').id, version: 1 })).json()).toMatchObject({ status: 422, code: 'LOST_REASON_REQUIRED' });
    const [reason] = (await owner.get('/api/v1/settings/lost-reasons')).json<{ items: { id: string }[] }>().items;
    const lost = await owner.post(`${base}/${id}/move`, { stageId: closing('lost').id, version: 1, lostReasonId: reason?.id, lostReasonText: 'Too late' });
    expect(lost.json()).toMatchObject({ status: 'lost', lostReasonId: reason?.id, lostReasonText: 'Too late', probability: 0, closedAt: expect.any(String) });
    expect((await owner.post(`${base}/${id}/move`, { stageId: open().id, version: 2 })).json()).toMatchObject({ status: 'open', closedAt: null, lostReasonId: null });
    expect((await owner.post(`${base}/${id}/move`, { stageId: closing('won').id, version: 3, fields: { amount: { amount: '9.00', currency: 'EUR' } } })).json()).toMatchObject({ status: 'won', probability: 100 });
  });

  it('422: names the fields that a stage requires, and takes them with the move', async () => {
    const stages = pipeline.stages.map((stage) => (stage.id === open(2).id ? { ...stage, requiredFields: ['amount', 'expectedClose'] } : stage));
    const updated = await owner.patch(`/api/v1/pipelines/${pipeline.id}`, { version: pipeline.version, stages });
    expect(updated.status).toBe(200);
    pipeline = updated.json<Pipeline>();
    const { id } = await add();
    const refused = await member.post(`${base}/${id}/move`, { stageId: open(2).id, version: 1 });
    expect(refused.json()).toMatchObject({ status: 422, code: 'REQUIRED_FIELDS_MISSING', errors: [{ field: 'amount' }, { field: 'expectedClose' }] });
    const fields = { amount: { amount: '7.00', currency: 'EUR' }, expectedClose: '2027-01-31' };
    expect((await member.post(`${base}/${id}/move`, { stageId: open(2).id, version: 1, fields })).json()).toMatchObject({ stageId: open(2).id, ...fields });
    expect((await owner.post(base, { name: 'No', stageId: open(2).id })).json()).toMatchObject({ status: 422, code: 'REQUIRED_FIELDS_MISSING' });
  });

  it('409 with the record as it is now, 404 for no deal and no stage, 403 for viewers', async () => {
    const { id } = await add();
    await owner.post(`${base}/${id}/move`, { stageId: open(1).id, version: 1 });
    expect((await owner.post(`${base}/${id}/move`, { stageId: open().id, version: 1 })).json()).toMatchObject({ code: 'STALE_VERSION', current: { id, stageId: open(1).id, version: 2 } });
    expect((await owner.post(`${nowhere}/move`, { stageId: open().id, version: 1 })).json()).toMatchObject({ status: 404, code: 'DEAL_NOT_FOUND' });
    expect((await owner.post(`${base}/${id}/move`, { stageId: crypto.randomUUID(), version: 2 })).json()).toMatchObject({ code: 'STAGE_NOT_FOUND' });
    expect((await viewer.post(`${base}/${id}/move`, { stageId: open().id, version: 2 })).status).toBe(403);
  });
});

describe('GET /api/v1/deals/board and its cards', () => {
  it('200: the first cards of each column, and more by the cursor; 404 for none', async () => {
    for (let count = 0; count < 3; count += 1) await add({ name: `Card ${count}` });
    const top = column(await board(`pipelineId=${pipeline.id}&limit=2`), open());
    expect(top.cards).toHaveLength(2);
    const more = await viewer.get(`${base}/board/${open().id}/cards?limit=100&cursor=${top.nextCursor ?? ''}`);
    const { items, nextCursor } = more.json<{ items: Deal[]; nextCursor: string | null }>();
    expect([items.length + 2, nextCursor]).toEqual([top.count, null]);
    expect((await viewer.get(`${base}/board?pipelineId=${crypto.randomUUID()}`)).json()).toMatchObject({ status: 404, code: 'PIPELINE_NOT_FOUND' });
    expect((await viewer.get(`${base}/board/${crypto.randomUUID()}/cards`)).json()).toMatchObject({ status: 404, code: 'STAGE_NOT_FOUND' });
  });

  it('200: a filter holds for cards and sums', async () => {
    await add({ name: 'Needle', amount: { amount: '3.00', currency: 'EUR' } });
    const filter = encodeURIComponent(JSON.stringify({ field: 'name', op: 'eq', value: 'Needle' }));
    expect(column(await board(`filter=${filter}`), open())).toMatchObject({ count: 1, sum: { amount: '3.00', currency: 'EUR' }, cards: [{ name: 'Needle' }] });
    expect((await viewer.get(`${base}?filter=${filter}`)).json()).toMatchObject({ items: [{ name: 'Needle' }] });
    expect((await viewer.get(`${base}/board/${open().id}/cards?filter=${filter}`)).json()).toMatchObject({ items: [{ name: 'Needle' }] });
  });
});

describe('GET /api/v1/deals/{id}/stage-history and timeline', () => {
  it('200: where it stood and what happened; 404 for none', async () => {
    const { id } = await add();
    await owner.post(`${base}/${id}/move`, { stageId: open(1).id, version: 1 });
    expect((await viewer.get(`${base}/${id}/stage-history`)).json()).toMatchObject({
      items: [{ stageId: open().id, stageName: open().name, leftAt: expect.any(String) }, { stageId: open(1).id, leftAt: null, movedBy: owner.userId }],
    });
    expect((await viewer.get(`${base}/${id}/timeline`)).json()).toMatchObject({ items: [{ kind: 'deal_moved', payload: { to: { id: open(1).id } } }, { kind: 'deal_created' }] });
    expect((await viewer.get(`${nowhere}/stage-history`)).json()).toMatchObject({ status: 404, code: 'DEAL_NOT_FOUND' });
    expect((await viewer.get(`${nowhere}/timeline`)).status).toBe(404);
  });
});

describe('POST /api/v1/deals/bulk-delete and bulk-assign', () => {
  it('200 for many, 403 for viewers', async () => {
    const ids = [(await add()).id, (await add()).id];
    expect((await owner.post(`${base}/bulk-assign`, { ids, ownerId: viewer.userId })).json()).toEqual({ changed: 2, skipped: 0 });
    expect((await viewer.post(`${base}/bulk-assign`, { ids, ownerId: null })).status).toBe(403);
    expect((await viewer.post(`${base}/bulk-delete`, { ids })).status).toBe(403);
    expect((await owner.post(`${base}/bulk-delete`, { ids })).json()).toEqual({ changed: 2, skipped: 0 });
  });
});

expectAnswered('Deals');
