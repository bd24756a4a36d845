import type { GrpcClient } from '@crm-vision/common/grpc';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SampleDataServiceService } from '@crm-vision/proto/crm_vision/crm/sample_data/v1/sample_data';
import { Quota, UsageServiceService } from '@crm-vision/proto/crm_vision/crm/usage/v1/usage';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

const [RECORDS, BYTES, EVENTS] = [20, 60_000, 60];
const kind = RecordKind.RECORD_KIND_COMPANY;
let crm: TestCrm;
let ada: Person;
let companies: GrpcClient<typeof CompanyServiceService>;
let records: GrpcClient<typeof RecordServiceService>;
beforeAll(async () => {
  crm = await startCrm({ records: RECORDS, bytes: BYTES, events: EVENTS });
  companies = crm.client(CompanyServiceService);
  records = crm.client(RecordServiceService);
});
afterAll(() => crm.stop());

async function freshWorkspace(): Promise<void> {
  ada = await person(crm);
}

async function create(name: string, custom = '{}'): Promise<{ id: string; version: number; changeSetId: string }> {
  const { company, changeSetId } = await companies.createCompany({ input: { name, custom, clear: [], tags: undefined, address: undefined, annualRevenue: undefined } }, ada);
  return { ...company!, changeSetId };
}

const createMany = async (count: number): Promise<PromiseSettledResult<unknown>[]> => Promise.allSettled(Array.from({ length: count }, (_none, index) => create(`Company ${index}`)));

async function used(who = ada): Promise<Record<string, number>> {
  const { quotas } = await crm.client(UsageServiceService).getUsage({}, who);
  return Object.fromEntries(quotas.map(({ quota, used: amount }) => [quota, Number(amount)]));
}

/** As the tables have it, whoever counted. */
async function recordsThere(): Promise<number> {
  const [row] = await crm.testDatabase.sql<{ n: number }>(`select sum(n)::int as n from (${['company', 'contact', 'deal', 'task', 'note'].map((table) => `select count(*) as n from crm.${table} where workspace_id = '${ada.workspaceId}'`).join(' union all ')}) t`);
  return row!.n;
}

describe('a quota of records', () => {
  beforeAll(freshWorkspace);

  it('holds against many who write at once, but for those who did not see each other', async () => {
    const results = await createMany(3 * RECORDS);
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(refused).toEqual(refused.map(() => refusal('quotaReached', 'QUOTA_REACHED')));
    expect(refused[0]).toMatchObject({ details: { quota: 'records', limit: String(RECORDS) } });
    // As many connections as the pool has may have been writing when the last place was taken.
    const there = await recordsThere();
    expect([there >= RECORDS, there <= RECORDS + 3]).toEqual([true, true]);
    expect((await used())[Quota.QUOTA_RECORDS]).toBe(there);
  });

  it('refuses what comes in bulk as a whole', async () => {
    await expect(crm.client(SampleDataServiceService).loadSampleData({}, ada)).rejects.toEqual(refusal('quotaReached', 'QUOTA_REACHED'));
    expect((await used())[Quota.QUOTA_RECORDS]).toBe(await recordsThere());
  });

  it('lets a full workspace edit, delete, restore, undo, and delete for good', async () => {
    const [{ id, version } = { id: '', version: 0 }] = (await companies.listCompanies({ list: undefined }, ada)).companies;
    const { changeSetId: edited } = await companies.updateCompany({ id, version, input: { name: 'Renamed', clear: [], tags: undefined, address: undefined, annualRevenue: undefined } }, ada);
    const { changeSetId: deleted } = await records.deleteRecords({ kind, ids: [id] }, ada);
    await expect(create('One more')).rejects.toEqual(refusal('quotaReached', 'QUOTA_REACHED'));
    await records.undoChangeSet({ id: deleted }, ada);
    await records.deleteRecords({ kind, ids: [id] }, ada);
    await records.restoreRecord({ kind, id }, ada);
    expect(edited).not.toBe('');
    const before = await used();
    await records.deleteRecords({ kind, ids: [id] }, ada);
    await records.purgeRecord({ kind, id, version: version + 6 }, ada);
    expect((await used())[Quota.QUOTA_RECORDS]).toBe(before[Quota.QUOTA_RECORDS]! - 1);
    expect((await used())[Quota.QUOTA_RECORDS]).toBe(await recordsThere());
  });

  it('is that of each workspace', async () => {
    const before = ada;
    await freshWorkspace();
    await create('Elsewhere');
    expect([(await used())[Quota.QUOTA_RECORDS], (await used(before))[Quota.QUOTA_RECORDS]! >= RECORDS - 1]).toEqual([1, true]);
  });
});

describe('a quota of bytes', () => {
  beforeAll(freshWorkspace);

  it('counts records and their history; when it is full what was done can still be taken back', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(20_000) });
    const { changeSetId, id, version } = await create('Large', large);
    expect((await used())[Quota.QUOTA_BYTES]).toBeGreaterThan(40_000);
    await expect(create('Larger', large)).rejects.toMatchObject({ kind: 'quotaReached', code: 'QUOTA_REACHED', details: { quota: 'bytes', limit: String(BYTES) } });
    await expect(crm.client(NoteServiceService).createNote({ record: { kind, id, title: '' }, body: `<p>${'&'.repeat(5000)}</p>`, pinned: false }, ada)).rejects.toEqual(refusal('quotaReached', 'QUOTA_REACHED'));
    await expect(companies.updateCompany({ id, version, input: { name: 'y', custom: JSON.stringify({ text: 'y'.repeat(20_000) }), clear: [], tags: undefined, address: undefined, annualRevenue: undefined } }, ada)).rejects.toEqual(refusal('quotaReached', 'QUOTA_REACHED'));
    await expect(records.undoChangeSet({ id: changeSetId }, ada)).resolves.toMatchObject({ reverted: 1 });
  });
});

describe('a quota of changes an hour', () => {
  beforeAll(freshWorkspace);

  it('says when to go on, for every kind of change, and holds no longer than the hour', async () => {
    const { id } = await create('First');
    await crm.testDatabase.sql('update crm.workspace_usage set events = $2 where workspace_id = $1', [ada.workspaceId, EVENTS]);
    for (const refused of [create('Second'), records.deleteRecords({ kind, ids: [id] }, ada)]) {
      await expect(refused).rejects.toMatchObject({ kind: 'rateLimited', code: 'HOURLY_QUOTA_REACHED', details: { quota: 'events', limit: String(EVENTS), retryAfterSeconds: expect.stringMatching(/^[1-9]\d{0,3}$/) } });
    }
    await crm.testDatabase.sql("update crm.workspace_usage set hour = hour - interval '1 hour' where workspace_id = $1", [ada.workspaceId]);
    await create('Third');
    expect((await used())[Quota.QUOTA_EVENTS]).toBe(1);
  });
});

describe('a quota of one workspace alone', () => {
  it('holds in place of that of the installation, lower or higher, and is what is shown', async () => {
    await freshWorkspace();
    const own = (records: number | null) => crm.testDatabase.sql('insert into crm.workspace_quota (workspace_id, records) values ($1, $2) on conflict (workspace_id) do update set records = excluded.records', [ada.workspaceId, records]);
    const limits = async () => (await crm.client(UsageServiceService).getUsage({}, ada)).quotas.map(({ max }) => Number(max));
    await own(1);
    await create('First');
    await expect(create('Second')).rejects.toMatchObject({ code: 'QUOTA_REACHED', details: { quota: 'records', limit: '1' } });
    expect(await limits()).toEqual([1, BYTES, EVENTS]);
    await own(2 * RECORDS);
    expect((await createMany(RECORDS + 1)).filter(({ status }) => status === 'rejected')).toEqual([]);
    await own(null);
    expect(await limits()).toEqual([RECORDS, BYTES, EVENTS]);
    await expect(create('One more')).rejects.toMatchObject({ code: 'QUOTA_REACHED', details: { limit: String(RECORDS) } });
  });

  it('is not set by the service itself', async () => {
    const rights = await crm.testDatabase.sql<{ what: string }>("select privilege_type as what from information_schema.role_table_grants where table_schema = 'crm' and table_name = 'workspace_quota' and grantee like 'crm\\_app'");
    expect(rights.map(({ what }) => what)).toEqual(['SELECT']);
  });
});

describe('PERMISSION_DENIED', () => {
  it.each(['member', 'viewer'] as const)('a %s is not told', async (role) => {
    await expect(used(await person(crm, { role }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});

describe('what is counted', () => {
  it('is what is there after sample data came and went', async () => {
    const roomy = await startCrm();
    try {
      ada = await person(roomy);
      const read = async () => (await roomy.client(UsageServiceService).getUsage({}, ada)).quotas.map(({ used: amount }) => Number(amount));
      await roomy.client(SampleDataServiceService).loadSampleData({}, ada);
      const [loaded, bytes] = await read();
      const [row] = await roomy.testDatabase.sql<{ n: number }>('select ((select count(*) from crm.company) + (select count(*) from crm.contact) + (select count(*) from crm.deal) + (select count(*) from crm.task) + (select count(*) from crm.note))::int as n');
      expect([loaded, bytes! > 50_000]).toEqual([row!.n, true]);
      await roomy.client(SampleDataServiceService).removeSampleData({}, ada);
      const [left, rest] = await read();
      expect([left, rest! < 10_000]).toEqual([0, true]);
    } finally {
      await roomy.stop();
    }
  });
});
