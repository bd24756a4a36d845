import type { Transaction } from '@crm-vision/common/database';

/** Advisory locks, since an app role may not lock rows that triggers alone write. They end with the transaction. */
const PIPELINE = 721_004;
const COLUMN = 721_005;

/** Nobody puts a deal into the pipeline until its stages have changed. */
export async function lockPipeline(transaction: Transaction, pipelineId: string): Promise<void> {
  await transaction.query({ name: 'pipeline_lock_stages', text: `select pg_advisory_xact_lock(${PIPELINE}, hashtext($1::text))::text`, values: [pipelineId] });
}

/** The stages of the pipeline stay, and nobody else gives out places in this column. */
export async function lockColumn(transaction: Transaction, pipelineId: string, stageId: string): Promise<void> {
  await transaction.query({
    name: 'pipeline_lock_column',
    text: `select pg_advisory_xact_lock_shared(${PIPELINE}, hashtext($1::text))::text, pg_advisory_xact_lock(${COLUMN}, hashtext($2::text))::text`,
    values: [pipelineId, stageId],
  });
}
