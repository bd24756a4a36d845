import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Deal, DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { PipelineServiceService, type Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { dealInput, defaultPipeline, makeDeal, moveRequest } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;
let stage: (name: string) => Stage;
const amount = { amount: '100.00', currency: 'EUR' };

beforeAll(async () => {
  crm = await startCrm();
  deals = crm.client(DealServiceService);
});
afterAll(() => crm.stop());

/** A workspace of its own for each test that looks at a column. */
async function freshWorkspace(): Promise<void> {
  ada = await person(crm);
  ({ stage } = await defaultPipeline(crm, ada));
}

async function columnOf(name: string): Promise<string[]> {
  const { columns } = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
  return columns.find((column) => column.stage?.name === name)!.cards.map((card) => card.name);
}

const moved = async (deal: Deal, name: string, more: Parameters<typeof moveRequest>[2] = {}): Promise<Deal> => (await deals.moveDeal(moveRequest(deal, stage(name).id, more), ada)).deal!;

describe('OK', () => {
  beforeAll(freshWorkspace);

  it('moves a closed deal to another pipeline as closed as it was: status, day, rate and reason stay, and nobody wins it twice', async () => {
    const { pipeline } = await crm.client(PipelineServiceService).createPipeline({ name: 'Renewals', stages: undefined }, ada);
    const there = (name: string) => pipeline!.stages.find((other) => other.name === name)!.id;
    const won = await moved(await makeDeal(deals, ada, { name: 'won', amount }), 'Won');
    const lost = await moved(await makeDeal(deals, ada, { name: 'lost', amount }), 'Lost', { lostReasonText: 'Too dear' });
    for (const [deal, name] of [[won, 'Won'], [lost, 'Lost']] as const) {
      const after = (await deals.moveDeal(moveRequest(deal, there(name)), ada)).deal!;
      expect(after).toMatchObject({ pipelineId: pipeline!.id, stageId: there(name), status: deal.status, closedAt: deal.closedAt, worth: deal.worth });
      expect(after.lostReasonText).toBe(deal.lostReasonText);
      const { events } = await crm.client(TimelineServiceService).listTimeline({ record: { kind: RecordKind.RECORD_KIND_DEAL, id: deal.id, title: '' }, limit: 0, cursor: '' }, ada);
      expect(events.map(({ kind }) => kind)).toEqual(['deal_moved', `deal_${deal.status}`, 'deal_created']);
    }
    const reopened = (await deals.moveDeal(moveRequest({ ...lost, version: 3 }, stage('Qualified').id), ada)).deal!;
    expect(reopened).toMatchObject({ status: 'open', pipelineId: lost.pipelineId });
    expect([reopened.closedAt, reopened.lostReasonText]).toEqual([undefined, undefined]);
    await crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_DEAL, ids: [won.id, lost.id] }, ada);
  });

  it('puts the card where it was dropped, and leaves the others alone', async () => {
    const [c, b, a] = [await makeDeal(deals, ada, { name: 'c' }), await makeDeal(deals, ada, { name: 'b' }), await makeDeal(deals, ada, { name: 'a' })];
    expect(await columnOf('Qualified')).toEqual(['a', 'b', 'c']);
    const last = await moved(a, 'Qualified');
    expect([last.version, await columnOf('Qualified')]).toEqual([2, ['b', 'c', 'a']]);
    await moved(last, 'Qualified', { beforeDealId: c.id });
    expect(await columnOf('Qualified')).toEqual(['b', 'a', 'c']);
    await moved(c, 'Meeting');
    await moved(b, 'Meeting', { beforeDealId: c.id });
    expect([await columnOf('Qualified'), await columnOf('Meeting')]).toEqual([['a'], ['b', 'c']]);
  });

  it('takes the values that the stage asks for along', async () => {
    const deal = await makeDeal(deals, ada);
    await expect(moved(deal, 'Negotiation')).rejects.toMatchObject({
      kind: 'ruleBroken', code: 'REQUIRED_FIELDS_MISSING', fields: [expect.objectContaining({ field: 'amount' }), expect.objectContaining({ field: 'expectedClose' })],
    });
    expect(await moved(deal, 'Negotiation', { input: dealInput({ name: undefined, amount, expectedClose: '2027-01-31' }) }))
      .toMatchObject({ stageId: stage('Negotiation').id, amount, expectedClose: '2027-01-31', probability: 80, version: 2 });
  });

  it('closes as won, reopens, closes as lost with its reason', async () => {
    const deal = await makeDeal(deals, ada, { amount, probabilityOverride: 55 });
    const won = await moved(deal, 'Won');
    expect(won).toMatchObject({ status: 'won', probability: 100 });
    expect(won.probabilityOverride).toBeUndefined();
    const reopened = await moved(won, 'Proposal');
    expect(reopened).toMatchObject({ status: 'open', probability: 60 });
    expect(reopened.closedAt).toBeUndefined();
    await expect(moved(reopened, 'Lost')).rejects.toEqual(refusal('ruleBroken', 'LOST_REASON_REQUIRED', 'lostReasonId'));
    const { lostReasons } = await crm.client(SettingsServiceService).listLostReasons({ includeArchived: false }, ada);
    expect(await moved(reopened, 'Lost', { lostReasonId: lostReasons[0]!.id, lostReasonText: ' too dear ' }))
      .toMatchObject({ status: 'lost', probability: 0, lostReasonId: lostReasons[0]!.id, lostReasonText: 'too dear' });
    const kinds = await crm.testDatabase.sql('select kind from crm.timeline_event where record_id = $1 order by at, id', [deal.id]);
    expect(kinds.map(({ kind }) => kind as string)).toEqual(['deal_created', 'deal_won', 'deal_reopened', 'deal_lost']);
  });

  it('keeps the rate of the day on which the deal closed', async () => {
    await crm.client(SettingsServiceService).updateCurrencies({ currencies: { defaultCurrency: 'EUR', rates: [{ currency: 'USD', rate: '0.92' }], version: 1 }, convertRates: false }, ada);
    const won = await moved(await makeDeal(deals, ada, { amount: { amount: '5.00', currency: 'USD' } }), 'Won');
    expect(await crm.testDatabase.sql('select closed_rate::text from crm.deal where id = $1', [won.id])).toEqual([{ closed_rate: '0.92' }]);
  });

  it('is told as one move, in audit, timeline and outbox', async () => {
    const deal = await makeDeal(deals, ada);
    const { changeSetId } = await deals.moveDeal(moveRequest(deal, stage('Meeting').id), ada);
    const audit = await crm.testDatabase.sql('select action, before, after from crm.audit_entry where change_set_id = $1', [changeSetId]);
    expect(audit).toEqual([{ action: 'updated', before: expect.objectContaining({ stageId: stage('Qualified').id }), after: expect.objectContaining({ stageId: stage('Meeting').id }) }]);
    expect(await crm.testDatabase.sql('select topic from crm.outbox_event where change_set_id = $1', [changeSetId])).toEqual([{ topic: 'deal.moved' }]);
    expect(await crm.testDatabase.sql("select payload from crm.timeline_event where record_id = $1 and kind = 'deal_moved'", [deal.id]))
      .toEqual([{ payload: { from: { id: stage('Qualified').id, name: 'Qualified' }, to: { id: stage('Meeting').id, name: 'Meeting' } } }]);
  });

  it('that is undone puts the card back into its stage, its place and its history', async () => {
    await freshWorkspace();
    for (const name of ['c', 'b', 'a']) await makeDeal(deals, ada, { name, amount });
    const [, b] = (await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada)).columns[0]!.cards;
    const { changeSetId } = await deals.moveDeal(moveRequest(b!, stage('Won').id), ada);
    expect(await crm.client(RecordServiceService).undoChangeSet({ id: changeSetId }, ada)).toMatchObject({ reverted: 1, kept: [] });
    expect(await columnOf('Qualified')).toEqual(['a', 'b', 'c']);
    const { deal } = await deals.getDeal({ id: b!.id }, ada);
    expect(deal).toMatchObject({ status: 'open', stageEnteredAt: b!.stageEnteredAt, probability: 20 });
    expect(deal?.closedAt).toBeUndefined();
    expect((await deals.listStageHistory({ dealId: b!.id }, ada)).stays).toHaveLength(1);
  });

  it('that is undone goes right in front of a card that took its place meanwhile', async () => {
    await freshWorkspace();
    const [c, b] = [await makeDeal(deals, ada, { name: 'c' }), await makeDeal(deals, ada, { name: 'b' })];
    await makeDeal(deals, ada, { name: 'a' });
    const d = await makeDeal(deals, ada, { name: 'd' }, stage('Meeting').id);
    const { changeSetId } = await deals.moveDeal(moveRequest(b, stage('Meeting').id), ada);
    await moved(d, 'Qualified', { beforeDealId: c.id });
    await crm.client(RecordServiceService).undoChangeSet({ id: changeSetId }, ada);
    expect(await columnOf('Qualified')).toEqual(['a', 'b', 'd', 'c']);
    expect(new Set((await crm.testDatabase.sql('select position from crm.deal where workspace_id = $1', [ada.workspaceId])).map(({ position }) => position as string)).size).toBe(4);
  });

  it('keeps order and sums right when many move at once', async () => {
    await freshWorkspace();
    const many = await Promise.all(Array.from({ length: 24 }, (_, index) => makeDeal(deals, ada, { name: `deal ${index}`, amount: { amount: `${index + 1}.00`, currency: 'EUR' } })));
    const targets = ['Meeting', 'Proposal', 'Qualified', 'Won'];
    await Promise.all(many.map((deal, index) => moved(deal, targets[index % 4]!)));
    const { columns } = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(24);
    const recount = await crm.testDatabase.sql<{ stage_id: string; count: number; sum: string; places: number }>(
      'select stage_id, count(*)::int as count, sum(amount)::text as sum, count(distinct position)::int as places from crm.deal where workspace_id = $1 group by 1', [ada.workspaceId]);
    for (const { stage_id, count, sum, places } of recount) {
      const column = columns.find((candidate) => candidate.stage?.id === stage_id)!;
      expect([column.count, column.sum?.amount.replace('.', ''), places]).toEqual([count, sum, count]);
    }
  });
});

describe('ABORTED', () => {
  beforeAll(freshWorkspace);

  it('tells the current record when somebody moved it before', async () => {
    const deal = await makeDeal(deals, ada);
    const current = await moved(deal, 'Meeting');
    const error = await moved(deal, 'Qualified').catch((reason: unknown) => reason as { code: string; details: Record<string, string> });
    expect(error).toMatchObject({ kind: 'staleVersion', code: 'STALE_VERSION' });
    expect(JSON.parse((error as { details: Record<string, string> }).details['current']!)).toMatchObject({ id: deal.id, version: 2, stageId: current.stageId });
  });

  it('lets one of several at once win', async () => {
    const deal = await makeDeal(deals, ada);
    const results = await Promise.allSettled(['Meeting', 'Meeting', 'Meeting'].map((name) => moved(deal, name)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('NOT_FOUND', () => {
  beforeAll(freshWorkspace);

  it('knows neither deals nor stages of another workspace', async () => {
    const deal = await makeDeal(deals, ada);
    const eve = await person(crm);
    const theirs = (await defaultPipeline(crm, eve)).stage('Meeting');
    await expect(deals.moveDeal(moveRequest(deal, theirs.id), eve)).rejects.toEqual(refusal('notFound', 'DEAL_NOT_FOUND'));
    await expect(deals.moveDeal(moveRequest(deal, theirs.id), ada)).rejects.toEqual(refusal('notFound', 'STAGE_NOT_FOUND'));
    await expect(deals.moveDeal(moveRequest(deal, randomUUID()), ada)).rejects.toEqual(refusal('notFound', 'STAGE_NOT_FOUND'));
  });
});

describe('INVALID_ARGUMENT', () => {
  beforeAll(freshWorkspace);

  it('refuses a neighbour that is not in the column, and reasons that do not exist', async () => {
    const [deal, other] = [await makeDeal(deals, ada), await makeDeal(deals, ada)];
    await expect(moved(deal, 'Meeting', { beforeDealId: other.id })).rejects.toMatchObject({ kind: 'invalid', fields: [expect.objectContaining({ field: 'beforeDealId' })] });
    await expect(moved(deal, 'Lost', { lostReasonId: randomUUID() })).rejects.toMatchObject({ kind: 'invalid', fields: [expect.objectContaining({ field: 'lostReasonId' })] });
    await expect(moved(deal, 'Lost', { lostReasonText: 'a'.repeat(501) })).rejects.toMatchObject({ kind: 'invalid', fields: [expect.objectContaining({ field: 'lostReasonText' })] });
  });

  it('refuses a place between two cards that thousands were put between, and takes the next one', async () => {
    const [deal, upper, lower] = [await makeDeal(deals, ada), await makeDeal(deals, ada, {}, stage('Meeting').id), await makeDeal(deals, ada, {}, stage('Meeting').id)];
    const place = (id: string, position: string) => crm.testDatabase.sql('update crm.deal set position = $2 where id = $1', [id, position]);
    await place(upper.id, 'a0');
    await place(lower.id, `a0${'0'.repeat(800)}1`);
    await expect(moved(deal, 'Meeting', { beforeDealId: lower.id })).rejects.toMatchObject({ kind: 'invalid', fields: [expect.objectContaining({ field: 'beforeDealId', code: 'PLACE_CROWDED' })] });
    expect(await moved(deal, 'Meeting', { beforeDealId: upper.id })).toMatchObject({ stageId: stage('Meeting').id });
  });
});

describe('PERMISSION_DENIED', () => {
  beforeAll(freshWorkspace);

  it('refuses a viewer', async () => {
    const deal = await makeDeal(deals, ada);
    const viewer = await person(crm, { workspaceId: ada.workspaceId, role: 'viewer' });
    await expect(deals.moveDeal(moveRequest(deal, stage('Meeting').id), viewer)).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
