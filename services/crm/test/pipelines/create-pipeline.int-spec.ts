import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Pipeline, PipelineServiceService, type Stage, StageType } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let pipelines: GrpcClient<typeof PipelineServiceService>;

const stage = (name: string, more: Partial<Stage> = {}): Stage => ({ id: '', name, type: StageType.STAGE_TYPE_OPEN, probability: 50, rotDays: undefined, requiredFields: [], ...more });
const won = stage('Won', { type: StageType.STAGE_TYPE_WON });
const lost = stage('Lost', { type: StageType.STAGE_TYPE_LOST });
const create = async (name: string, stages?: Stage[]): Promise<Pipeline> => (await pipelines.createPipeline({ name, stages: stages && { values: stages } }, ada)).pipeline!;
const namesOf = async (): Promise<string[]> => (await pipelines.listPipelines({}, ada)).pipelines.map(({ name }) => name);

beforeAll(async () => {
  crm = await startCrm();
  pipelines = crm.client(PipelineServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
});
afterAll(() => crm.stop());

describe('CreatePipeline', () => {
  it('takes own stages, in order, behind the others', async () => {
    const pipeline = await create(' Renewals ', [stage('Due', { probability: 70, rotDays: 30, requiredFields: ['nextStep', 'amount'] }), won, lost]);
    expect(pipeline).toMatchObject({ name: 'Renewals', isDefault: false, position: 1 });
    expect(pipeline.stages).toMatchObject([{ name: 'Due', probability: 70, rotDays: 30, requiredFields: ['amount', 'nextStep'] }, { name: 'Won', probability: 100 }, { name: 'Lost', probability: 0 }]);
    expect(await namesOf()).toEqual(['Sales', 'Renewals']);
  });

  it('refuses a name that is taken, whatever its case, and incomplete or wrong stages', async () => {
    await create('Renewals');
    await expect(create('RENEWALS')).rejects.toEqual(refusal('alreadyExists', 'PIPELINE_NAME_TAKEN', 'name'));
    await expect(create('A', [stage('Open'), won])).rejects.toEqual(refusal('ruleBroken', 'STAGES_INCOMPLETE', 'stages'));
    await expect(create('A', [stage('Open', { probability: 101 }), won, lost])).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'stages[0].probability'));
    await expect(create('A', [stage('Open', { type: StageType.STAGE_TYPE_UNSPECIFIED }), won, lost])).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'stages[0].type'));
    await expect(create(' ')).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'name'));
  });

  it('is for owners and admins', async () => {
    await expect(pipelines.createPipeline({ name: 'A', stages: undefined }, await person(crm, { role: 'member' }))).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
  });
});
