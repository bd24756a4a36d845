import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealedColumns, type SealedEntry, verifyChain } from '@crm-vision/common/audit-chain';
import { createRedis, type Redis } from '@crm-vision/common/redis';
import { eventually, testServers } from '@crm-vision/common/testing';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { CHANGES_CHANNEL } from '../../src/worker/publish.js';
import type { PublishedChange } from '../../src/worker/queue.repository.js';
import { startWorker } from '../../src/worker/worker.js';
import { defaultPipeline, makeDeal, moveRequest } from '../deals/deal-input.js';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let subscriber: Redis;
let heard: PublishedChange[] = [];

const worker = (redis: Redis | undefined = crm.redis): { stop: () => Promise<void> } =>
  startWorker({ database: crm.worker, redis, logger: crm.logger });
const deals = () => crm.client(DealServiceService);
const heardOf = (who: Person): PublishedChange[] => heard.filter(({ workspaceId }) => workspaceId === who.workspaceId);
const waiting = async (): Promise<number> => Number((await crm.testDatabase.sql<{ n: string }>('select count(*) as n from crm.outbox_event where published_at is null'))[0]!.n);
const unsealed = async (): Promise<number> => Number((await crm.testDatabase.sql<{ n: string }>('select count(*) as n from crm.audit_entry where seq is null'))[0]!.n);
const chainOf = ({ workspaceId }: Person): Promise<SealedEntry[]> =>
  crm.testDatabase.sql<SealedEntry>(`select ${sealedColumns('crm')} from crm.audit_entry where workspace_id = $1 and seq is not null order by audit_entry.seq`, [workspaceId]);

beforeAll(async () => {
  crm = await startCrm();
  subscriber = createRedis(testServers().TEST_REDIS_URL, crm.logger);
  subscriber.on('message', (_channel, message) => heard.push(JSON.parse(message) as PublishedChange));
  await eventually(() => subscriber.subscribe(CHANGES_CHANNEL));
  await eventually(() => crm.redis.ping());
});
afterAll(async () => {
  subscriber.disconnect();
  await crm.stop();
});

describe('publishing', () => {
  it('tells a move within two seconds, with what a browser needs', async () => {
    const ada = await person(crm);
    const running = worker();
    const { stage } = await defaultPipeline(crm, ada);
    const deal = await makeDeal(deals(), ada);
    const movedAt = Date.now();
    const { changeSetId } = await deals().moveDeal(moveRequest(deal, stage('Meeting').id), ada);
    const change = await eventually(() => {
      const found = heardOf(ada).find(({ type }) => type === 'deal.moved');
      if (!found) throw new Error('nothing heard yet');
      return found;
    });
    expect(Date.now() - movedAt).toBeLessThan(2000);
    expect(change).toEqual({
      workspaceId: ada.workspaceId, id: expect.any(String), type: 'deal.moved', kind: 'deal', recordId: deal.id, version: 2, actorId: ada.userId, at: expect.stringMatching(/Z$/), changeSetId, undoes: null,
    });
    await running.stop();
  });

  it('keeps the order and says each thing once, also with several workers', async () => {
    const ada = await person(crm);
    const { stage } = await defaultPipeline(crm, ada);
    let deal = await makeDeal(deals(), ada);
    const workers = [worker(), worker(), worker()];
    for (let round = 0; round < 15; round += 1) deal = (await deals().moveDeal(moveRequest(deal, stage(round % 2 ? 'Qualified' : 'Meeting').id), ada)).deal!;
    await eventually(async () => expect(await waiting()).toBe(0));
    await eventually(() => expect(heardOf(ada).filter(({ recordId }) => recordId === deal.id)).toHaveLength(16));
    expect(heardOf(ada).filter(({ recordId }) => recordId === deal.id).map(({ version }) => version)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    await Promise.all(workers.map(({ stop }) => stop()));
  });

  it('waits while Redis is away, and loses nothing', async () => {
    const ada = await person(crm);
    const away = createRedis('redis://127.0.0.1:1', crm.logger);
    const running = worker(away);
    await makeDeal(deals(), ada);
    await eventually(async () => expect(await unsealed()).toBe(0));
    expect([await waiting(), heardOf(ada)]).toEqual([expect.any(Number), []]);
    expect(await waiting()).toBeGreaterThan(0);
    await running.stop();
    away.disconnect();
    const back = worker();
    await eventually(() => expect(heardOf(ada).some(({ type }) => type === 'deal.created')).toBe(true));
    await back.stop();
    heard = [];
  });
});

describe('sealing', () => {
  it('makes one intact chain for each workspace, whoever wrote at once and however many seal', async () => {
    const [ada, eve] = [await person(crm), await person(crm)];
    const workers = [worker(), worker()];
    await Promise.all(Array.from({ length: 30 }, (_, index) => makeDeal(deals(), index % 2 ? ada : eve, { name: `Ümlaut | "${index}"` })));
    await eventually(async () => expect(await unsealed()).toBe(0), 10_000);
    for (const who of [ada, eve]) expect(await verifyChain(await chainOf(who))).toEqual({ entries: 16 });
    await Promise.all(workers.map(({ stop }) => stop()));
  });

  it('shows a row that was altered behind the back of the product', async () => {
    const ada = await person(crm);
    const running = worker();
    for (const name of ['one', 'two', 'three']) await makeDeal(deals(), ada, { name });
    await eventually(async () => expect(await unsealed()).toBe(0));
    await running.stop();
    await crm.testDatabase.sql("alter table crm.audit_entry disable trigger audit_entry_append_only");
    await crm.testDatabase.sql(`update crm.audit_entry set after = jsonb_set(after, '{name}', '"forged"') where workspace_id = $1 and seq = 3`, [ada.workspaceId]);
    expect(await verifyChain(await chainOf(ada))).toEqual({ entries: 2, problem: { seq: '3', id: expect.any(String), kind: 'altered' } });
    await crm.testDatabase.sql('delete from crm.audit_entry where workspace_id = $1 and seq = 2', [ada.workspaceId]);
    expect((await verifyChain(await chainOf(ada))).problem).toEqual({ seq: '2', kind: 'missing' });
    await crm.testDatabase.sql("alter table crm.audit_entry enable trigger audit_entry_append_only");
  });
});

describe('cleaning up', () => {
  it('takes away answers and published events that have served', async () => {
    const ada = await person(crm);
    await deals().createDeal({ input: { name: 'Old', amount: undefined, contactIds: undefined, tags: undefined, clear: [] }, pipelineId: '', stageId: '' }, { ...ada, idempotencyKey: 'old-key' });
    await crm.testDatabase.sql("update crm.idempotency_key set created_at = now() - interval '25 hours' where key = 'old-key'");
    await crm.testDatabase.sql("update crm.outbox_event set published_at = now() - interval '25 hours' where workspace_id = $1", [ada.workspaceId]);
    const running = worker();
    await eventually(async () => {
      expect(await crm.testDatabase.sql("select 1 from crm.idempotency_key where key = 'old-key'")).toEqual([]);
      expect(await crm.testDatabase.sql('select 1 from crm.outbox_event where workspace_id = $1', [ada.workspaceId])).toEqual([]);
    });
    await running.stop();
  });

  it('goes on, batch by batch, until nothing is left that has served', async () => {
    const { workspaceId, userId } = await person(crm);
    await crm.testDatabase.sql(`insert into crm.outbox_event (workspace_id, id, topic, record_kind, record_id, record_version, change_set_id, actor_id, published_at)
      select $1, gen_random_uuid(), 'deal.moved', 'deal', $2, 1, $2, $2, now() - interval '25 hours' from generate_series(1, 4100)`, [workspaceId, userId]);
    const [one] = await crm.testDatabase.sql<{ more: boolean }>("select crm.purge_served('1 day', 100) as more");
    expect(one?.more).toBe(true);
    const left = async (): Promise<number> => (await crm.testDatabase.sql<{ n: number }>('select count(*)::int as n from crm.outbox_event where workspace_id = $1', [workspaceId]))[0]!.n;
    expect(await left()).toBe(4000);
    const running = worker();
    await eventually(async () => expect(await left()).toBe(0));
    await running.stop();
  });
});
