import type { Transaction } from '@crm-vision/common/database';
import type { Deal } from './deal.js';
import type { MoveNames } from './deal-timeline.js';

/** Places of cards in columns, inside the transaction that gives them out. Compared by bytes, as the column's collation does. */

/** The stage of a deal lives, and so does its pipeline. */
export async function stageLives(transaction: Transaction, { stageId, pipelineId }: Pick<Deal, 'stageId' | 'pipelineId'>): Promise<boolean> {
  const found = await transaction.query({
    name: 'deal_stage_lives',
    text: `select 1 as found from crm.stage s join crm.pipeline p on p.id = s.pipeline_id where s.id = $1 and s.pipeline_id = $2 and s.deleted_at is null and p.deleted_at is null`,
    values: [stageId, pipelineId],
  });
  return found.length > 0;
}

/** Where a live card stands in a column; null when it does not. */
export async function positionOf(transaction: Transaction, stageId: string, dealId: string): Promise<string | null> {
  const [found] = await transaction.query<{ position: string }>({
    name: 'deal_position', text: 'select position from crm.deal where id = $1 and stage_id = $2 and deleted_at is null', values: [dealId, stageId],
  });
  return found?.position ?? null;
}

/** The lowest place above another one; above the end of the column when that is null. The card that moves does not count. */
export async function lowestAbove(transaction: Transaction, stageId: string, below: string | null, exceptId: string | null): Promise<string | null> {
  const [found] = await transaction.query<{ position: string }>({
    name: below === null ? 'deal_last_position' : 'deal_position_above',
    text: `select position from crm.deal where stage_id = $1 and deleted_at is null and id is distinct from $2::uuid ${below === null ? '' : 'and position < $3'}
      order by position desc, id desc limit 1`,
    values: below === null ? [stageId, exceptId] : [stageId, exceptId, below],
  });
  return found?.position ?? null;
}

export async function firstPosition(transaction: Transaction, stageId: string): Promise<string | null> {
  const [found] = await transaction.query<{ position: string }>({
    name: 'deal_first_position', text: 'select position from crm.deal where stage_id = $1 and deleted_at is null order by position, id limit 1', values: [stageId],
  });
  return found?.position ?? null;
}

/** Another live card stands on the place that a deal comes back to. */
export async function placeTaken(transaction: Transaction, { id, stageId, position }: Pick<Deal, 'stageId' | 'position'> & { id: string }): Promise<boolean> {
  const found = await transaction.query({
    name: 'deal_place_taken', text: 'select 1 as found from crm.deal where stage_id = $1 and position = $2 and id <> $3 and deleted_at is null limit 1', values: [stageId, position, id],
  });
  return found.length > 0;
}

export async function namesOfMove(transaction: Transaction, before: Deal | null, after: Deal): Promise<MoveNames> {
  const [names] = await transaction.query<MoveNames>({
    name: 'deal_names_of_move',
    text: `select (select name from crm.stage where id = $1) as "from", (select name from crm.stage where id = $2) as "to", (select name from crm.lost_reason where id = $3) as "lostReason"`,
    values: [before?.stageId ?? null, after.stageId, after.lostReasonId],
  });
  return { from: names?.from ?? null, to: names?.to ?? '', lostReason: names?.lostReason ?? null };
}
