import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPool, Database } from '@crm-vision/common/database';
import type { GrpcClient } from '@crm-vision/common/grpc';
import { createLogger } from '@crm-vision/common/logging';
import { eventually } from '@crm-vision/common/testing';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { type Pipeline, PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordKind, RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { lockColumn } from '../../src/pipelines/pipeline-locks.js';
import { defaultPipeline, makeDeal, moveRequest } from '../deals/deal-input.js';
import { person, type Person, refusal, startCrm, type TestCrm } from '../testing.js';

let crm: TestCrm;
let ada: Person;
let pipelines: GrpcClient<typeof PipelineServiceService>;

/** A deal as its creation leaves it right before the commit. */
async function onItsWay({ id: pipelineId, stages }: Pipeline): Promise<{ commit(): Promise<void> }> {
  const pool = createPool({ url: crm.testDatabase.url('crm_app'), schema: 'crm', max: 1, statementTimeoutMs: 10_000, logger: createLogger({ service: 'test', level: 'silent', release: 'test' }) });
  const [inserted, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = new Database(pool, createLogger({ service: 'test', level: 'silent', release: 'test' })).transaction(ada.workspaceId, async (transaction) => {
    await lockColumn(transaction, pipelineId, stages[0]!.id);
    await transaction.run(
      `insert into deal (workspace_id, id, name, pipeline_id, stage_id, position, created_by, updated_by) values ($1, gen_random_uuid(), 'Late', $2, $3, 'a0', $4, $4)`,
      [ada.workspaceId, pipelineId, stages[0]!.id, ada.userId],
    );
    inserted.resolve();
    await commit.promise;
  }).finally(() => pool.end());
  await inserted.promise;
  return {
    commit: () => {
      commit.resolve();
      return done;
    },
  };
}

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

  it('is not held up by deals in the bin, which come back once it is restored', async () => {
    const records = crm.client(RecordServiceService);
    await pipelines.listPipelines({}, ada);
    const renewals = await create('Renewals');
    const deal = await makeDeal(crm.client(DealServiceService), ada, {}, renewals.stages[0]!.id);
    await records.deleteRecords({ kind: RecordKind.RECORD_KIND_DEAL, ids: [deal.id] }, ada);
    await records.deleteRecords({ kind: RecordKind.RECORD_KIND_PIPELINE, ids: [renewals.id] }, ada);
    const restore = () => records.restoreRecord({ kind: RecordKind.RECORD_KIND_DEAL, id: deal.id }, ada);
    await expect(restore()).rejects.toEqual(refusal('ruleBroken', 'STAGE_GONE'));
    await records.restoreRecord({ kind: RecordKind.RECORD_KIND_PIPELINE, id: renewals.id }, ada);
    await restore();
    expect((await crm.client(DealServiceService).getDeal({ id: deal.id }, ada)).deal).toMatchObject({ stageId: renewals.stages[0]!.id });
  });

  it('waits for a deal that is on its way into it', async () => {
    const renewals = await create('Renewals');
    const making = await onItsWay(renewals);
    const binned = crm.client(RecordServiceService).deleteRecords({ kind: RecordKind.RECORD_KIND_PIPELINE, ids: [renewals.id] }, ada);
    const waiting = "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())";
    await eventually(async () => expect(await crm.testDatabase.sql(waiting)).toHaveLength(1));
    await making.commit();
    await expect(binned).rejects.toEqual(refusal('ruleBroken', 'PIPELINE_HAS_DEALS'));
  });
});

describe('UndoChangeSet of a new pipeline', () => {
  it('leaves it where it is when it has deals by now', async () => {
    const { pipeline, changeSetId } = await pipelines.createPipeline({ name: 'Renewals', stages: undefined }, ada);
    await makeDeal(crm.client(DealServiceService), ada, {}, pipeline!.stages[0]!.id);
    expect(await crm.client(RecordServiceService).undoChangeSet({ id: changeSetId }, ada)).toMatchObject({ reverted: 0, kept: [{ id: pipeline!.id, title: 'Renewals' }] });
    expect((await pipelines.getPipeline({ id: pipeline!.id }, ada)).pipeline?.deletedAt).toBeUndefined();
  });
});
