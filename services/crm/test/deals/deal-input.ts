import type { CallOptions, GrpcClient } from '@crm-vision/common/grpc';
import { type Deal, type DealInput, DealServiceService, type MoveDealRequest } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { type Pipeline, PipelineServiceService, type Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import type { TestCrm } from '../testing.js';

type Deals = GrpcClient<typeof DealServiceService>;

export function dealInput(fields: Partial<DealInput> = {}): DealInput {
  return { name: 'Forklifts', amount: undefined, contactIds: undefined, tags: undefined, clear: [], ...fields };
}

export function moveRequest(deal: Deal, stageId: string, more: Partial<MoveDealRequest> = {}): MoveDealRequest {
  return { id: deal.id, version: deal.version, stageId, beforeDealId: '', lostReasonId: '', lostReasonText: '', input: undefined, ...more };
}

export async function makeDeal(deals: Deals, who: CallOptions, fields: Partial<DealInput> = {}, stageId = ''): Promise<Deal> {
  const { deal } = await deals.createDeal({ input: dealInput(fields), pipelineId: '', stageId }, who);
  return deal!;
}

/** The default pipeline and its stages by name. */
export async function defaultPipeline(crm: TestCrm, who: CallOptions): Promise<{ pipeline: Pipeline; stage: (name: string) => Stage }> {
  const { pipelines } = await crm.client(PipelineServiceService).listPipelines({}, who);
  const pipeline = pipelines.find(({ isDefault }) => isDefault)!;
  return { pipeline, stage: (name) => pipeline.stages.find((stage) => stage.name === name)! };
}

/** Five deals in the first two columns, in euros, dollars and yen, which have a rate, in francs, which have none, and without an amount. */
export async function makeFiveDeals(crm: TestCrm, who: CallOptions): Promise<void> {
  const deals = crm.client(DealServiceService);
  const { stage } = await defaultPipeline(crm, who);
  const rates = [{ currency: 'USD', rate: '0.5' }, { currency: 'JPY', rate: '0.01' }];
  await crm.client(SettingsServiceService).updateCurrencies({ currencies: { defaultCurrency: 'EUR', rates, version: 1 }, convertRates: false }, who);
  await makeDeal(deals, who, { name: 'Küche', amount: { amount: '100.00', currency: 'EUR' }, expectedClose: '2027-01-31', tags: { values: ['tender'] } });
  await makeDeal(deals, who, { name: 'Bad', amount: { amount: '100.01', currency: 'USD' }, probabilityOverride: 90, nextStep: 'Call' });
  await makeDeal(deals, who, { name: 'Keller', amount: { amount: '5000', currency: 'JPY' } }, stage('Meeting').id);
  await makeDeal(deals, who, { name: 'Dach', amount: { amount: '7.00', currency: 'CHF' } }, stage('Meeting').id);
  await makeDeal(deals, who, { name: 'Garten' }, stage('Meeting').id);
}
