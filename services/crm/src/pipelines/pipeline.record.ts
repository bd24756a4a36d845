import type { Transaction } from '@crm-vision/common/database';
import type { RecordType } from '../writes/record-type.js';
import { lockPipeline } from './pipeline-locks.js';
import type { PipelineColumns } from './pipeline.js';
import { DefaultPipelineError, DefaultPipelineTakenError, PipelineHasDealsError, PipelineHasDeletedDealsError, PipelineNameTakenError, PipelineNotFoundError, StageHasDealsError } from './pipeline.errors.js';

/** How pipelines are written, audited and undone. */
export const pipelineRecord: RecordType<PipelineColumns> = {
  kind: 'pipeline',
  table: 'pipeline',
  columns: ['name', 'position', 'isDefault', 'stageList'],
  writePermission: 'settings.write',
  titleSql: 'r.name',
  comesBackWhole: true,
  hasTimeline: false,
  notFound: () => new PipelineNotFoundError(),
  onConflict: (constraint) => {
    if (constraint === 'pipeline_name_live') return new PipelineNameTakenError();
    return constraint === 'pipeline_default_live' ? new DefaultPipelineTakenError() : undefined;
  },
  titleOf: ({ name }) => name,
  relatedOf: () => [],
  beforeBin: async (_actor, { id, isDefault }, transaction) => {
    if (isDefault) throw new DefaultPipelineError();
    await lockPipeline(transaction, id);
    const deals = await dealsOutside(transaction, id, []);
    if (deals) throw new PipelineHasDealsError(deals.count);
  },
  beforePurge: async (id, transaction) => {
    await lockPipeline(transaction, id);
    const [deal] = await transaction.query({ name: 'pipeline_any_deal', text: 'select 1 from crm.deal d where d.pipeline_id = $1 limit 1', values: [id] });
    if (deal) throw new PipelineHasDeletedDealsError();
  },
  beforeRevert: async ({ id, stageList }, transaction, together) => {
    await lockPipeline(transaction, id);
    const deals = await dealsOutside(transaction, id, stageList);
    if (deals) throw new StageHasDealsError(deals.stageName, deals.count);
    // Exactly one is the default one: who takes "default" back from one pipeline gives it to another in the same act.
    const others = await defaultsBeside(transaction, together.map((row) => row.id));
    if (others + together.filter(({ isDefault }) => isDefault).length !== 1) throw new DefaultPipelineTakenError();
    return {};
  },
};

/** Live deals of the pipeline that stand in none of the stages that stay. One in the bin is in nobody's way: it comes back to another stage. */
export async function dealsOutside(transaction: Transaction, pipelineId: string, staying: readonly { id: string }[]): Promise<{ stageName: string; count: number } | undefined> {
  const [found] = await transaction.query<{ stageName: string; count: number }>({
    name: 'pipeline_deals_outside',
    text: `select s.name as "stageName", count(*)::int as count from crm.stage s join crm.deal d on d.stage_id = s.id
      where s.pipeline_id = $1 and d.deleted_at is null and not s.id = any ($2::uuid[]) group by s.id, s.name limit 1`,
    values: [pipelineId, staying.map(({ id }) => id)],
  });
  return found;
}

async function defaultsBeside(transaction: Transaction, pipelineIds: readonly string[]): Promise<number> {
  const [found] = await transaction.query<{ count: number }>({
    name: 'pipeline_defaults_beside',
    text: 'select count(*)::int as count from crm.pipeline p where p.is_default and p.deleted_at is null and p.id <> all ($1::uuid[])',
    values: [pipelineIds],
  });
  return found?.count ?? 0;
}
