import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswered } from './stack/coverage.js';
import { invite, type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

interface Stage { id?: string; name: string; type: string; probability: number }
interface Pipeline { id: string; name: string; version: number; isDefault: boolean; position: number; stages: Stage[] }
interface Reason { id: string; name: string; archived: boolean }

let stack: Stack;
let owner: Person;
let member: Person;
beforeAll(async () => {
  stack = await startStack();
  owner = await signUp(stack.origin);
  member = await invite(owner, 'member');
});
afterAll(() => stack.stop());

const base = '/api/v1/pipelines';
const nowhere = `${base}/${crypto.randomUUID()}`;
const three = [{ name: 'In', type: 'open', probability: 10 }, { name: 'Yes', type: 'won', probability: 100 }, { name: 'No', type: 'lost', probability: 0 }];
let made = 0;
const add = async (): Promise<Pipeline> => (await owner.post(base, { name: `Pipeline ${(made += 1)}`, stages: three })).json<Pipeline>();

describe('GET and POST /api/v1/pipelines', () => {
  it('200: a new workspace has one with six stages, and only one is the default', async () => {
    const { items } = (await member.get(base)).json<{ items: Pipeline[] }>();
    expect(items.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(items[0]?.stages.map(({ type }) => type)).toEqual(['open', 'open', 'open', 'open', 'won', 'lost']);
  });

  it('201 with the usual stages or own ones; 409 for a name that is taken; 422 without an end; 403 for members', async () => {
    const reply = await owner.post(base, { name: 'Renewals' });
    expect(reply.json<Pipeline>().stages).toHaveLength(6);
    expect(reply.headers['location']).toBe(`${base}/${reply.json<Pipeline>().id}`);
    expect((await owner.post(base, { name: 'renewals' })).json()).toMatchObject({ status: 409, code: 'PIPELINE_NAME_TAKEN' });
    expect((await owner.post(base, { name: 'Endless', stages: [...three.slice(0, 2), three[0]] })).json()).toMatchObject({ status: 422, code: 'STAGES_INCOMPLETE' });
    expect((await member.post(base, { name: 'Mine' })).status).toBe(403);
  });
});

describe('GET /api/v1/settings/usage', () => {
  it('200: what the workspace uses of each quota, for its owner; 403 for members', async () => {
    await owner.post('/api/v1/companies', { name: 'Counted' });
    const { items } = (await owner.get('/api/v1/settings/usage')).json<{ items: { quota: string; used: number; limit: number }[] }>();
    expect(items.map(({ quota, used, limit }) => [quota, used > 0 && used < limit])).toEqual([['records', true], ['bytes', true], ['events', true]]);
    expect((await member.get('/api/v1/settings/usage')).status).toBe(403);
  });
});

describe('GET, PATCH, DELETE /api/v1/pipelines/{id} and restore', () => {
  it('200: replaces the list of stages, keeping those with an id', async () => {
    const pipeline = await add();
    const stages = [{ ...pipeline.stages[0], name: 'Renamed' }, { name: 'Between', type: 'open', probability: 50 }, ...pipeline.stages.slice(1)];
    const reply = await owner.patch(`${base}/${pipeline.id}`, { version: pipeline.version, name: 'Reworked', stages });
    expect(reply.json()).toMatchObject({ name: 'Reworked', stages: [{ id: pipeline.stages[0]?.id, name: 'Renamed' }, { name: 'Between' }, { name: 'Yes' }, { name: 'No' }] });
    expect((await member.get(`${base}/${pipeline.id}`)).json()).toEqual(reply.json());
  });

  it('204 and 200: into the bin and back', async () => {
    const { id } = await add();
    expect((await owner.delete(`${base}/${id}`)).status).toBe(204);
    expect((await owner.get(base)).json<{ items: Pipeline[] }>().items.map((pipeline) => pipeline.id)).not.toContain(id);
    expect((await owner.post(`${base}/${id}/restore`)).json()).toMatchObject({ id, deletedAt: null });
  });

  it('409: a stale version with the pipeline as it is now; a restored name that was given away', async () => {
    const { id, version } = await add();
    await owner.patch(`${base}/${id}`, { version, name: 'Contested' });
    expect((await owner.patch(`${base}/${id}`, { version, name: 'Late' })).json()).toMatchObject({ code: 'STALE_VERSION', current: { id, name: 'Contested' } });
    await owner.delete(`${base}/${id}`);
    await owner.post(base, { name: 'Contested' });
    expect((await owner.post(`${base}/${id}/restore`)).json()).toMatchObject({ status: 409, code: 'UNIQUE_VALUE_TAKEN' });
  });

  it('422 for a stage with deals and for stages without an end, 404 for none, 403 for members', async () => {
    const { id, version, stages } = await add();
    await owner.post('/api/v1/deals', { name: 'Stays', pipelineId: id, stageId: stages[0]?.id });
    expect((await owner.patch(`${base}/${id}`, { version, stages: [three[0], ...stages.slice(1)] })).json()).toMatchObject({ status: 422, code: 'STAGE_HAS_DEALS' });
    expect((await owner.patch(`${base}/${id}`, { version, stages: [stages[0], stages[1], three[0]] })).json()).toMatchObject({ status: 422, code: 'STAGES_INCOMPLETE' });
    expect((await owner.get(nowhere)).json()).toMatchObject({ status: 404, code: 'PIPELINE_NOT_FOUND' });
    expect((await owner.patch(nowhere, { version: 1, name: 'No' })).status).toBe(404);
    expect((await owner.delete(nowhere)).status).toBe(404);
    expect((await owner.post(`${nowhere}/restore`)).status).toBe(404);
    expect((await member.patch(`${base}/${id}`, { version, name: 'No' })).status).toBe(403);
    expect((await member.delete(`${base}/${id}`)).status).toBe(403);
    expect((await member.post(`${base}/${id}/restore`)).status).toBe(403);
  });
});

describe('GET and PUT /api/v1/settings/currencies', () => {
  it('200: changes currency and rates; 409 for a stale version', async () => {
    const { version } = (await member.get('/api/v1/settings/currencies')).json<{ version: number }>();
    const body = { defaultCurrency: 'CHF', rates: [{ currency: 'EUR', rate: '0.95' }], version };
    const reply = await owner.put('/api/v1/settings/currencies', body);
    expect(reply.json()).toMatchObject({ defaultCurrency: 'CHF', rates: [{ currency: 'EUR', rate: '0.95' }] });
    expect((await owner.put('/api/v1/settings/currencies', body)).json()).toMatchObject({ status: 409, code: 'STALE_VERSION', current: { defaultCurrency: 'CHF' } });
  });

  it('200: converts the rates that are known, and shows before what would change', async () => {
    const { version } = (await owner.get('/api/v1/settings/currencies')).json<{ version: number }>();
    await owner.put('/api/v1/settings/currencies', { defaultCurrency: 'EUR', rates: [{ currency: 'USD', rate: '0.92' }, { currency: 'GBP', rate: '1.17' }], version });
    const converted = { defaultCurrency: 'USD', rates: [{ currency: 'EUR', rate: '1.087' }, { currency: 'GBP', rate: '1.2717' }] };
    const preview = '/api/v1/settings/currencies/preview';
    const change = { count: expect.any(Number), before: { amount: expect.any(String), currency: 'EUR' }, after: { amount: expect.any(String), currency: 'USD' }, missingBefore: [], missingAfter: [] };
    expect((await owner.post(preview, { defaultCurrency: 'USD' })).json()).toEqual({ currencies: { ...converted, version: version + 1 }, open: change, closed: change });
    const edited = { defaultCurrency: 'USD', rates: [{ currency: 'USD', rate: '0.5' }], convertRates: true };
    expect((await owner.post(preview, edited)).json()).toMatchObject({ currencies: { rates: [{ currency: 'EUR', rate: '2' }] } });
    expect((await owner.post(preview, { defaultCurrency: 'ZZZ' })).json()).toMatchObject({ status: 400, code: 'UNKNOWN_CURRENCY', errors: [{ field: 'defaultCurrency' }] });
    expect((await owner.post(preview, { defaultCurrency: 'USD', rates: [{ currency: 'USD', rate: '0.92' }] })).json()).toMatchObject({ status: 400, code: 'RATE_OUT_OF_RANGE', errors: [{ field: 'rates[0].rate' }] });
    expect((await member.post(preview, { defaultCurrency: 'USD' })).status).toBe(403);
    expect((await owner.put('/api/v1/settings/currencies', { defaultCurrency: 'USD', version: version + 1 })).json()).toEqual({ ...converted, version: version + 2 });
  });

  it('200: every currency with its digits by ISO 4217, whatever a browser thinks of them', async () => {
    const { known } = (await member.get('/api/v1/settings/currencies')).json<{ known: { currency: string; digits: number }[] }>();
    const digits = new Map(known.map((entry) => [entry.currency, entry.digits]));
    expect(['HUF', 'COP', 'IDR', 'PKR', 'RSD', 'EUR', 'IQD', 'KWD', 'JPY', 'CLF'].map((code) => digits.get(code))).toEqual([2, 2, 2, 2, 2, 2, 3, 3, 0, 4]);
    expect(known.every(({ currency }) => /^[A-Z]{3}$/.test(currency))).toBe(true);
  });

  it('400 for a currency that there is not and a rate that is none, 403 for members', async () => {
    const { version } = (await member.get('/api/v1/settings/currencies')).json<{ version: number }>();
    const put = async (body: object, person = owner) => (await person.put('/api/v1/settings/currencies', { defaultCurrency: 'EUR', rates: [], version, ...body })).json();
    expect(await put({ defaultCurrency: 'ZZZ' })).toMatchObject({ status: 400, code: 'UNKNOWN_CURRENCY', errors: [{ field: 'defaultCurrency' }] });
    expect(await put({ rates: [{ currency: 'USD', rate: '0' }] })).toMatchObject({ status: 400, code: 'RATE_OUT_OF_RANGE', errors: [{ field: expect.stringMatching(/^rates/) }] });
    expect(await put({}, member)).toMatchObject({ status: 403 });
  });
});

describe('GET and PUT /api/v1/settings/lost-reasons', () => {
  it('200: replaces the list; one that is missing is archived; 403 for members', async () => {
    const path = '/api/v1/settings/lost-reasons';
    const { items } = (await member.get(path)).json<{ items: Reason[] }>();
    expect(items.length).toBeGreaterThan(3);
    const kept = items[1] as Reason;
    const reply = await owner.put(path, { items: [{ name: 'Brand new' }, { id: kept.id, name: 'Kept' }] });
    expect(reply.json()).toMatchObject({ items: [{ name: 'Brand new' }, { id: kept.id, name: 'Kept' }] });
    expect((await member.get(`${path}?includeArchived=true`)).json<{ items: Reason[] }>().items).toContainEqual(expect.objectContaining({ id: items[0]?.id, archived: true }));
    expect((await member.put(path, { items: [{ name: 'No' }] })).status).toBe(403);
  });
});

expectAnswered('Pipelines');
expectAnswered('Settings');
