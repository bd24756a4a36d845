import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Person, signUp } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';
import { storeCompanies, storeLongNotes, storeWideBoard } from './stack/stored-trouble.js';

/** Of crm, as its chart has it. */
const MEMORY_MAX = 512 * 1024 * 1024;
const QUOTA = { records: 150, events: 170 };
const [NOTES, STAGES, DEALS_EACH] = [14, 28, 2];
let stack: Stack;
let attacker: Person;
let other: Person;
beforeAll(async () => {
  stack = await startStack({ crmSettings: { QUOTA_RECORDS_MAX: String(QUOTA.records), QUOTA_EVENTS_PER_HOUR_MAX: String(QUOTA.events) } });
  [attacker, other] = await Promise.all([signUp(stack.origin), signUp(stack.origin)]);
});
afterAll(() => stack.stop());

async function memoryOfCrm(): Promise<number> {
  const { managementPort } = await stack.crm!.line('Ready');
  const text = await (await fetch(`http://127.0.0.1:${String(managementPort)}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}

describe('what is stored answers', () => {
  it('notes of as many bytes as a note may have: fewer of them, and a cursor', async () => {
    const kept = await storeLongNotes(attacker, NOTES);
    expect(kept.map(({ status }) => status)).toEqual(kept.map(() => 201));
    const first = (await attacker.get('/api/v1/notes')).json<{ items: unknown[]; nextCursor: string }>();
    expect([first.items.length > 0, first.items.length < NOTES, typeof first.nextCursor]).toEqual([true, true, 'string']);
    const rest = await attacker.get(`/api/v1/notes?cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(rest.json<{ items: unknown[] }>().items.length).toBeGreaterThan(0);
  });

  it('400: a note that is longer once its signs are escaped, a field that is longer once it is written as it is kept', async () => {
    const company = (await attacker.get('/api/v1/companies')).json<{ items: { id: string }[] }>().items[0]!;
    const note = await attacker.post('/api/v1/notes', { record: { kind: 'company', id: company.id }, body: '&'.repeat(100_000) });
    expect([note.status, note.json<{ errors: { field: string }[] }>().errors[0]!.field]).toEqual([400, 'body']);
    for (const custom of [{ text: '漢'.repeat(11_000) }, { digits: Array.from({ length: 3000 }, () => 1e300) }]) {
      const wide = await attacker.post('/api/v1/companies', { name: 'Wide', custom });
      expect([wide.status, wide.json<{ errors: { field: string }[] }>().errors[0]!.field]).toEqual([400, 'custom']);
    }
  });

  it('a board of wide deals: every column, without what no card shows', async () => {
    const { pipelineId, replies } = await storeWideBoard(attacker, STAGES, DEALS_EACH);
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 201));
    const boards = await Promise.all(Array.from({ length: 4 }, () => attacker.get(`/api/v1/deals/board?pipelineId=${pipelineId}&limit=100`)));
    expect(boards.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(boards[0]!.text.length).toBeLessThan(500_000);
    expect(await memoryOfCrm()).toBeLessThan(MEMORY_MAX);
  });
});

describe('a workspace that is full', () => {
  it('402: adds no record, and says which quota and what to do', async () => {
    const refused = (await storeCompanies(attacker, QUOTA.records)).filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([402]));
    expect(refused[0]!.json()).toMatchObject({ status: 402, code: 'QUOTA_REACHED', title: 'Quota reached', detail: expect.stringContaining('have this quota raised'), details: { quota: 'records', limit: String(QUOTA.records) } });
  });

  it('shows its owner what it uses', async () => {
    const { items } = (await attacker.get('/api/v1/settings/usage')).json<{ items: { quota: string; used: number; limit: number }[] }>();
    expect(items.map(({ quota }) => quota)).toEqual(['records', 'bytes', 'events']);
    expect(items[0]!.used).toBeGreaterThanOrEqual(QUOTA.records);
    expect(items[0]!.limit).toBe(QUOTA.records);
  });

  it('429: changes no more in an hour than it may, with the time to wait', async () => {
    const { items: [company] } = (await attacker.get('/api/v1/companies')).json<{ items: { id: string; version: number }[] }>();
    let [reply, { version }] = [await attacker.get('/api/health'), company!];
    for (let round = 0; round <= QUOTA.events && reply.status === 200; round += 1) {
      reply = await attacker.patch(`/api/v1/companies/${company!.id}`, { version, name: `Round ${round}` });
      version += 1;
    }
    expect(reply.json()).toMatchObject({ status: 429, code: 'HOURLY_QUOTA_REACHED', details: { quota: 'events' } });
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(reply.headers['retry-after'])).toBeLessThanOrEqual(3600);
  });

  it('is not felt by another one', async () => {
    expect((await other.post('/api/v1/companies', { name: 'Elsewhere' })).status).toBe(201);
  });
});
