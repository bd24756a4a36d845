import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';
import { defaultPipeline, makeDeal, moveRequest } from './deal-input.js';

let crm: TestCrm;
let ada: Person;
let deals: GrpcClient<typeof DealServiceService>;
let stage: (name: string) => Stage;

beforeAll(async () => {
  crm = await startCrm();
  ada = await person(crm);
  deals = crm.client(DealServiceService);
  ({ stage } = await defaultPipeline(crm, ada));
});
afterAll(() => crm.stop());

describe('ListStageHistory and GetDeal', () => {
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
    const [deal, eve] = [await makeDeal(deals, ada), await person(crm)];
    await expect(deals.getDeal({ id: deal.id }, eve)).rejects.toEqual(refusal('notFound', 'DEAL_NOT_FOUND'));
    await expect(deals.listStageHistory({ dealId: deal.id }, eve)).rejects.toEqual(refusal('notFound', 'DEAL_NOT_FOUND'));
    expect((await deals.listDeals({ list: undefined }, eve)).deals).toEqual([]);
  });
});
