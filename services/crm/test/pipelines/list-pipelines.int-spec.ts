import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let pipelines: GrpcClient<typeof PipelineServiceService>;

beforeAll(async () => {
  crm = await startCrm();
  pipelines = crm.client(PipelineServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
});
afterAll(() => crm.stop());

describe('ListPipelines', () => {
  it('gives a new workspace one pipeline with the usual six stages, also to a viewer', async () => {
    const viewer = await person(crm, { role: 'viewer' });
    const { pipelines: found } = await pipelines.listPipelines({}, viewer);
    expect(found).toMatchObject([{ name: 'Sales', isDefault: true, position: 0, version: 1 }]);
    expect(found[0]!.stages.map(({ name, type, probability }) => [name, type, probability])).toEqual([
      ['Qualified', 'STAGE_TYPE_OPEN', 20], ['Meeting', 'STAGE_TYPE_OPEN', 40], ['Proposal', 'STAGE_TYPE_OPEN', 60], ['Negotiation', 'STAGE_TYPE_OPEN', 80],
      ['Won', 'STAGE_TYPE_WON', 100], ['Lost', 'STAGE_TYPE_LOST', 0],
    ]);
    expect(await pipelines.getPipeline({ id: found[0]!.id }, viewer)).toEqual({ pipeline: found[0] });
    await expect(pipelines.getPipeline({ id: found[0]!.id }, ada)).rejects.toEqual(refusal('notFound', 'PIPELINE_NOT_FOUND'));
  });
});
