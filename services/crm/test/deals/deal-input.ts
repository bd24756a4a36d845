import type { CallOptions, GrpcClient } from '@crm-vision/common/grpc';
import type { Deal, DealInput, DealServiceService, MoveDealRequest } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { type Pipeline, PipelineServiceService, type Stage } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
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
