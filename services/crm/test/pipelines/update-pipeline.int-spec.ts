import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { type Pipeline, PipelineServiceService, type Stage, StageType, type UpdatePipelineRequest } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { defaultPipeline, makeDeal, moveRequest } from '../deals/deal-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let pipelines: GrpcClient<typeof PipelineServiceService>;

const stage = (name: string, more: Partial<Stage> = {}): Stage => ({ id: '', name, type: StageType.STAGE_TYPE_OPEN, probability: 50, rotDays: undefined, requiredFields: [], ...more });
const create = async (name: string, stages?: Stage[]): Promise<Pipeline> => (await pipelines.createPipeline({ name, stages: stages && { values: stages } }, ada)).pipeline!;
const update = async (pipeline: Pipeline, change: Partial<UpdatePipelineRequest>, who = ada): Promise<Pipeline> =>
  (await pipelines.updatePipeline({ id: pipeline.id, version: pipeline.version, name: undefined, isDefault: undefined, position: undefined, stages: undefined, ...change }, who)).pipeline!;
const namesOf = async (): Promise<string[]> => (await pipelines.listPipelines({}, ada)).pipelines.map(({ name }) => name);

beforeAll(async () => {
  crm = await startCrm();
  pipelines = crm.client(PipelineServiceService);
});
beforeEach(async () => {
  ada = await person(crm);
});
afterAll(() => crm.stop());

describe('UpdatePipeline', () => {
  it('renames, adds, orders and removes stages; the others keep their deals', async () => {
    const { pipeline, stage: named } = await defaultPipeline(crm, ada);
    const deal = await makeDeal(crm.client(DealServiceService), ada, {}, named('Meeting').id);
    const stages = [{ ...named('Meeting'), name: 'Talks', probability: 45 }, stage('Trial'), named('Won'), named('Lost')];
    const changed = await update(pipeline, { stages: { values: stages } });
    expect(changed.stages.map(({ name }) => name)).toEqual(['Talks', 'Trial', 'Won', 'Lost']);
    expect(changed.stages[0]?.id).toBe(named('Meeting').id);
    expect((await crm.client(DealServiceService).getDeal({ id: deal.id }, ada)).deal).toMatchObject({ stageId: named('Meeting').id, probability: 45 });
    const board = await crm.client(DealServiceService).getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
    expect(board.columns.map(({ stage: column, count }) => [column?.name, count])).toEqual([['Talks', 1], ['Trial', 0], ['Won', 0], ['Lost', 0]]);
  });

  it('is undone as one change, stages included', async () => {
    const { pipeline, stage: named } = await defaultPipeline(crm, ada);
    const request = { id: pipeline.id, version: 1, name: 'Other', isDefault: undefined, position: undefined, stages: { values: [named('Meeting'), named('Won'), named('Lost')] } };
    const { changeSetId } = await pipelines.updatePipeline(request, ada);
    expect(await crm.client(RecordServiceService).undoChangeSet({ id: changeSetId }, ada)).toMatchObject({ reverted: 1 });
    const { pipelines: [back] } = await pipelines.listPipelines({}, ada);
    expect(back).toEqual({ ...pipeline, version: 3, updatedAt: back?.updatedAt });
    await expect(makeDeal(crm.client(DealServiceService), ada, {}, named('Qualified').id)).resolves.toBeDefined();
  });

  it('keeps a stage that has deals, and says how many', async () => {
    const { pipeline, stage: named } = await defaultPipeline(crm, ada);
    await makeDeal(crm.client(DealServiceService), ada);
    await expect(update(pipeline, { stages: { values: [named('Meeting'), named('Won'), named('Lost')] } })).rejects
      .toMatchObject({ kind: 'ruleBroken', code: 'STAGE_HAS_DEALS', details: { deals: '1' }, message: expect.stringContaining('"Qualified"') });
  });

  it('is not held up by deals in the bin: they come back on top of the first stage of their kind', async () => {
    const [deals, records] = [crm.client(DealServiceService), crm.client(RecordServiceService)];
    const { pipeline, stage: named } = await defaultPipeline(crm, ada);
    const deal = await makeDeal(deals, ada);
    await makeDeal(deals, ada, {}, named('Meeting').id);
    await records.deleteRecords({ kind: RecordKind.RECORD_KIND_DEAL, ids: [deal.id] }, ada);
    await update(pipeline, { stages: { values: [named('Meeting'), named('Won'), named('Lost')] } });
    const { changeSetId } = await records.restoreRecord({ kind: RecordKind.RECORD_KIND_DEAL, id: deal.id }, ada);
    expect((await deals.getDeal({ id: deal.id }, ada)).deal).toMatchObject({ stageId: named('Meeting').id, status: 'open' });
    const { columns } = await deals.getBoard({ pipelineId: '', filter: undefined, limit: 0 }, ada);
    expect([columns[0]?.count, columns[0]?.cards.map(({ id }) => id)[0]]).toEqual([2, deal.id]);
    await records.undoChangeSet({ id: changeSetId }, ada);
    expect((await deals.getDeal({ id: deal.id }, ada)).deal?.deletedAt).toBeDefined();
  });

  it('never loses a deal that moves into a stage while that is removed', async () => {
    const { pipeline, stage: named } = await defaultPipeline(crm, ada);
    const deals = await Promise.all([1, 2, 3, 4].map(() => makeDeal(crm.client(DealServiceService), ada, {}, named('Meeting').id)));
    await Promise.allSettled([
      update(pipeline, { stages: { values: [named('Meeting'), named('Won'), named('Lost')] } }),
      ...deals.map((deal) => crm.client(DealServiceService).moveDeal(moveRequest(deal, named('Qualified').id), ada)),
    ]);
    expect(await crm.testDatabase.sql('select d.id from crm.deal d join crm.stage s on s.id = d.stage_id where d.workspace_id = $1 and s.deleted_at is not null', [ada.workspaceId])).toEqual([]);
  });

  it('keeps exactly one default pipeline', async () => {
    const [sales] = (await pipelines.listPipelines({}, ada)).pipelines;
    const renewals = await create('Renewals');
    expect((await update(renewals, { isDefault: true })).isDefault).toBe(true);
    expect((await pipelines.listPipelines({}, ada)).pipelines.map(({ isDefault }) => isDefault)).toEqual([false, true]);
    await expect(update({ ...sales!, version: 2 }, { isDefault: false })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'isDefault'));
    const bin = (id: string) => crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_PIPELINE, ids: [id] }, ada);
    await expect(bin(renewals.id)).rejects.toEqual(refusal('ruleBroken', 'PIPELINE_IS_DEFAULT'));
    await bin(sales!.id);
    expect(await namesOf()).toEqual(['Renewals']);
  });

  it('gives "default" back with Undo, and again with the undo of that', async () => {
    await pipelines.listPipelines({}, ada);
    const renewals = await create('Renewals');
    const defaults = async () => (await pipelines.listPipelines({}, ada)).pipelines.filter(({ isDefault }) => isDefault).map(({ name }) => name);
    const undo = async (id: string) => (await crm.client(RecordServiceService).undoChangeSet({ id }, ada));
    const made = await pipelines.updatePipeline({ id: renewals.id, version: 1, isDefault: true, stages: undefined }, ada);
    const undone = await undo(made.changeSetId);
    expect([undone.reverted, undone.kept, await defaults()]).toEqual([2, [], ['Sales']]);
    expect([(await undo(undone.changeSetId)).reverted, await defaults()]).toEqual([2, ['Renewals']]);
  });

  it('keeps "default" where it is when one of the two pipelines was changed since', async () => {
    const [sales] = (await pipelines.listPipelines({}, ada)).pipelines;
    const renewals = await create('Renewals');
    const made = await pipelines.updatePipeline({ id: renewals.id, version: 1, isDefault: true, stages: undefined }, ada);
    await update({ ...sales!, version: 2 }, { name: 'Sales of today' });
    expect(await crm.client(RecordServiceService).undoChangeSet({ id: made.changeSetId }, ada)).toMatchObject({ reverted: 0, kept: [{ title: 'Sales of today' }, { title: 'Renewals' }] });
    expect((await pipelines.listPipelines({}, ada)).pipelines.map(({ isDefault }) => isDefault)).toEqual([false, true]);
  });

  it('puts a pipeline in its place among the others', async () => {
    await pipelines.listPipelines({}, ada);
    await create('B');
    const c = await create('C');
    await update(c, { position: 0 });
    expect(await namesOf()).toEqual(['C', 'Sales', 'B']);
  });

  it('refuses stages of elsewhere, other types, old versions, and members', async () => {
    const { pipeline, stage: named } = await defaultPipeline(crm, ada);
    const rest = [named('Won'), named('Lost')];
    await expect(update(pipeline, { stages: { values: [stage('New', { id: randomUUID() }), ...rest] } })).rejects.toEqual(refusal('invalid', 'INVALID_ARGUMENT', 'stages[0].id'));
    await expect(update(pipeline, { stages: { values: [named('Meeting'), { ...named('Won'), type: StageType.STAGE_TYPE_LOST }, { ...named('Lost'), type: StageType.STAGE_TYPE_WON }] } })).rejects
      .toEqual(refusal('ruleBroken', 'STAGE_TYPE_FIXED', 'stages[1].type'));
    await update(pipeline, { name: 'Sales 2' });
    await expect(update(pipeline, { name: 'Sales 3' })).rejects.toMatchObject({ code: 'STALE_VERSION', details: { current: expect.stringContaining('Sales 2') } });
    const member = await person(crm, { workspaceId: ada.workspaceId, role: 'member' });
    await expect(update(pipeline, { name: 'Mine' }, member)).rejects.toEqual(refusal('forbidden', 'FORBIDDEN'));
    await expect(update(pipeline, { name: 'Theirs' }, await person(crm))).rejects.toEqual(refusal('notFound', 'PIPELINE_NOT_FOUND'));
  });
});
