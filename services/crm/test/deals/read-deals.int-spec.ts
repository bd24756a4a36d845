import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Deal, DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Filter } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import type { Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { defaultPipeline, makeDeal, moveRequest } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;
let stage: (name: string) => Stage;
let made: Deal[];

const where = (field: string, op: string, ...values: string[]): Filter => ({ and: undefined, or: undefined, condition: { field, op, values } });
const list = (filter: Filter | undefined, sort: { field: string; descending: boolean }[] = [], more: object = {}) => deals.listDeals({ list: { limit: 0, cursor: '', sort, filter, count: false, ...more } }, ada);
const names = (found: readonly Deal[]): string[] => found.map(({ name }) => name);

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  deals = crm.client(DealServiceService);
  ({ stage } = await defaultPipeline(crm, ada));
  await crm.client(SettingsServiceService).updateCurrencies({ currencies: { defaultCurrency: 'EUR', rates: [{ currency: 'USD', rate: '0.5' }, { currency: 'JPY', rate: '0.01' }], version: 1 } }, ada);
  made = [
    await makeDeal(deals, ada, { name: 'Küche', amount: { amount: '100.00', currency: 'EUR' }, expectedClose: '2027-01-31', tags: { values: ['tender'] } }),
    await makeDeal(deals, ada, { name: 'Bad', amount: { amount: '100.01', currency: 'USD' }, probabilityOverride: 90, nextStep: 'Call' }),
    await makeDeal(deals, ada, { name: 'Keller', amount: { amount: '5000', currency: 'JPY' } }, stage('Meeting').id),
    await makeDeal(deals, ada, { name: 'Dach', amount: { amount: '7.00', currency: 'CHF' } }, stage('Meeting').id),
    await makeDeal(deals, ada, { name: 'Garten' }, stage('Meeting').id),
  ];
});
afterAll(() => crm.stop());

describe('ListDeals', () => {
  it.each([
    ['name', where('name', 'contains', 'kuche'), ['Küche']],
    ['amount in minor units of its own currency', where('amount', 'gte', '100.01'), ['Bad', 'Keller']],
    ['no amount', where('amount', 'isNull'), ['Garten']],
    ['probability, its own or the stage', where('probability', 'gt', '20'), ['Bad', 'Dach', 'Garten', 'Keller']],
    ['day', where('expectedClose', 'between', '2027-01-01', '2027-01-31'), ['Küche']],
    ['tag', where('tags', 'eq', 'TENDER'), ['Küche']],
    ['next step', where('nextStep', 'isNotNull'), ['Bad']],
    ['status', where('status', 'ne', 'open'), []],
  ])('filters by %s', async (_what, filter, expected) => {
    expect(names((await list(filter, [{ field: 'name', descending: false }])).deals)).toEqual(expected);
  });

  it('filters by stage, pipeline, owner and contact', async () => {
    expect(names((await list(where('stageId', 'in', stage('Meeting').id), [{ field: 'name', descending: true }])).deals)).toEqual(['Keller', 'Garten', 'Dach']);
    expect((await list(where('ownerId', 'eq', ada.userId))).deals).toHaveLength(5);
    expect((await list(where('contactId', 'eq', randomUUID()))).deals).toEqual([]);
  });

  it.each(['name', 'amount', 'expectedClose', 'createdAt', 'updatedAt'])('sorts by %s both ways, page by page', async (field) => {
    const whole = { up: (await list(undefined, [{ field, descending: false }])).deals, down: (await list(undefined, [{ field, descending: true }])).deals };
    expect(names(whole.down)).toEqual(names(whole.up).reverse());
    let cursor = '';
    const paged: Deal[] = [];
    do {
      const { deals: found, page } = await list(undefined, [{ field, descending: false }], { limit: 2, cursor });
      paged.push(...found);
      cursor = page!.nextCursor;
    } while (cursor !== '');
    expect(names(paged)).toEqual(names(whole.up));
  });
});

describe('GetBoard', () => {
  it('sums each column in the currency of the workspace and names missing rates', async () => {
    const { columns, currency, pipeline } = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
    expect([currency, pipeline?.isDefault]).toEqual(['EUR', true]);
    // 100.00 at 20 % and 50.005 at 90 %; 50.00 at 40 %.
    expect(columns.slice(0, 2).map(({ count, sum, weightedSum, missingRates, cards }) => [count, sum?.amount, weightedSum?.amount, missingRates, names(cards)])).toEqual([
      [2, '150.01', '65.00', [], ['Bad', 'Küche']],
      [3, '50.00', '20.00', ['CHF'], ['Garten', 'Dach', 'Keller']],
    ]);
  });

  it('sums what the filter leaves, the same way', async () => {
    const { columns } = await deals.getBoard({ pipelineId: '', filter: where('name', 'contains', 'e'), limit: 0 }, ada);
    expect(columns.slice(0, 2).map(({ count, sum, weightedSum, cards }) => [count, sum?.amount, weightedSum?.amount, names(cards)])).toEqual([
      [1, '100.00', '20.00', ['Küche']], [2, '50.00', '20.00', ['Garten', 'Keller']],
    ]);
    const whole = await deals.getBoard({ pipelineId: '', filter: where('status', 'eq', 'open'), limit: 0 }, ada);
    expect(whole.columns.slice(0, 2)).toEqual((await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada)).columns.slice(0, 2));
  });

  it('does not know pipelines of elsewhere, and names wrong fields', async () => {
    await expect(deals.getBoard({ pipelineId: randomUUID(), filter: undefined, limit: 0 }, ada)).rejects.toEqual(refusal('notFound', 'PIPELINE_NOT_FOUND'));
    await expect(deals.getBoard({ pipelineId: 'x', filter: undefined, limit: 0 }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'pipelineId'));
    await expect(deals.getBoard({ pipelineId: '', filter: undefined, limit: 101 }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'limit'));
    await expect(deals.getBoard({ pipelineId: '', filter: where('nope', 'eq', '1'), limit: 0 }, ada)).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('ListBoardCards', () => {
  it('goes on where the board ends, and only there', async () => {
    const { columns } = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 1 }, ada);
    const column = columns[1]!;
    const request = { stageId: stage('Meeting').id, cursor: column.nextCursor, filter: undefined, limit: 2 };
    const rest = await deals.listBoardCards(request, ada);
    expect([names(column.cards), names(rest.cards), rest.nextCursor]).toEqual([['Garten'], ['Dach', 'Keller'], '']);
    await expect(deals.listBoardCards({ ...request, stageId: stage('Qualified').id }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
    await expect(deals.listBoardCards({ ...request, filter: where('name', 'eq', 'a') }, ada)).rejects.toEqual(refusal('invalid', 'INVALID_CURSOR', 'cursor'));
    await expect(deals.listBoardCards({ ...request, stageId: randomUUID() }, ada)).rejects.toEqual(refusal('notFound', 'STAGE_NOT_FOUND'));
  });
});

describe('GetDeal and ListStageHistory', () => {
  it('tell the stays of a deal, the last one open', async () => {
    const deal = await makeDeal(deals, ada);
    await deals.moveDeal(moveRequest(deal, stage('Meeting').id), ada);
    const { stays } = await deals.listStageHistory({ dealId: deal.id }, ada);
    expect(stays).toMatchObject([
      { stageId: stage('Qualified').id, stageName: 'Qualified', enteredAt: deal.stageEnteredAt, leftAt: stays[1]?.enteredAt, movedBy: ada.userId },
      { stageId: stage('Meeting').id, stageName: 'Meeting', movedBy: ada.userId },
    ]);
    expect(stays[1]?.leftAt).toBeUndefined();
    expect(stays.every(({ seconds }) => seconds >= 0 && seconds < 60)).toBe(true);
  });

  it('know nothing of another workspace', async () => {
    const eve = await person(crm);
    await expect(deals.getDeal({ id: made[0]!.id }, eve)).rejects.toEqual(refusal('notFound', 'DEAL_NOT_FOUND'));
    await expect(deals.listStageHistory({ dealId: made[0]!.id }, eve)).rejects.toEqual(refusal('notFound', 'DEAL_NOT_FOUND'));
    expect((await deals.listDeals({ list: undefined }, eve)).deals).toEqual([]);
  });
});
