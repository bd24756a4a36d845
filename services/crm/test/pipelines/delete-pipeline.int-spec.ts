import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { type Pipeline, PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { defaultPipeline, makeDeal, moveRequest } from '../deals/deal-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let pipelines: GrpcClient<typeof PipelineServiceService>;

const create = async (name: string): Promise<Pipeline> => (await pipelines.createPipeline({ name, stages: undefined }, ada)).pipeline!;

beforeAll(async () => {
  crm = await startCrm();
  pipelines = crm.client(PipelineServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
});
afterAll(() => crm.stop());

describe('DeleteRecords of a pipeline', () => {
  it('has no deals, and comes back with its stages', async () => {
    await pipelines.listPipelines({}, ada);
    const renewals = await create('Renewals');
    const records = crm.client(RecordServiceService);
    const deal = await makeDeal(crm.client(DealServiceService), ada, {}, renewals.stages[0]!.id);
    const bin = () => records.deleteRecords({ kind: RecordKind.RECORD_KIND_PIPELINE, ids: [renewals.id] }, ada);
    await expect(bin()).rejects.toEqual(refusal('ruleBroken', 'PIPELINE_HAS_DEALS'));
    const { stage: named } = await defaultPipeline(crm, ada);
    await crm.client(DealServiceService).moveDeal(moveRequest(deal, named('Meeting').id), ada);
    await bin();
    await expect(makeDeal(crm.client(DealServiceService), ada, {}, renewals.stages[0]!.id)).rejects.toEqual(refusal('invalid', 'STAGE_NOT_IN_PIPELINE', 'stageId'));
    await records.restoreRecord({ kind: RecordKind.RECORD_KIND_PIPELINE, id: renewals.id }, ada);
    expect((await pipelines.getPipeline({ id: renewals.id }, ada)).pipeline?.stages).toEqual(renewals.stages);
  });
});
