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

/** The first live stage of the deal's live pipeline whose type is the state of the deal. */
export async function firstStageLike(transaction: Transaction, { pipelineId, status }: Pick<Deal, 'pipelineId' | 'status'>): Promise<string | null> {
  const [found] = await transaction.query<{ id: string }>({
    name: 'deal_first_stage_like',
    text: `select s.id from crm.stage s join crm.pipeline p on p.id = s.pipeline_id
      where s.pipeline_id = $1 and s.type = $2 and s.deleted_at is null and p.deleted_at is null order by s.position limit 1`,
    values: [pipelineId, status],
  });
  return found?.id ?? null;
}

/** Where in a column: on top, at the end, or right above another card. */
export type Spot = 'top' | 'end' | { above: string };

/** The neighbours of a spot. `lives`: the stage and its pipeline live; `found`: so does the card that the spot names, in this column. */
export interface Neighbours {
  lives: boolean;
  found: boolean;
  upper: string | null;
  lower: string | null;
}

const LIVES = `exists (select 1 from crm.stage s join crm.pipeline p on p.id = s.pipeline_id where s.id = $1 and s.pipeline_id = $2 and s.deleted_at is null and p.deleted_at is null)`;
const COLUMN = 'select d.position from crm.deal d where d.stage_id = $1 and d.deleted_at is null and d.id is distinct from $3::uuid';

/** One statement. The card that moves is not its own neighbour. */
export async function findNeighbours(transaction: Transaction, { stageId, pipelineId }: Pick<Deal, 'stageId' | 'pipelineId'>, spot: Spot, movingId: string | null): Promise<Neighbours> {
  const values = [stageId, pipelineId, movingId];
  const [found] = await transaction.query<Neighbours>(
    spot === 'top'
      ? { name: 'deal_place_top', text: `select ${LIVES} as lives, true as found, null as upper, (${COLUMN} order by d.position, d.id limit 1) as lower`, values }
      : spot === 'end'
        ? { name: 'deal_place_end', text: `select ${LIVES} as lives, true as found, (${COLUMN} order by d.position desc, d.id desc limit 1) as upper, null as lower`, values }
        : {
            name: 'deal_place_above',
            text: `select ${LIVES} as lives, b.position is not null as found, (${COLUMN} and d.position < b.position order by d.position desc, d.id desc limit 1) as upper, b.position as lower
              from (select (${COLUMN} and d.id = $4::uuid) as position) b`,
            values: [...values, spot.above],
          },
  );
  return found ?? { lives: false, found: false, upper: null, lower: null };
}

/** The lowest place above another one. */
export async function lowestAbove(transaction: Transaction, { id, stageId, position }: Pick<Deal, 'stageId' | 'position'> & { id: string }): Promise<string | null> {
  const [found] = await transaction.query<{ position: string }>({
    name: 'deal_position_above',
    text: `select position from crm.deal where stage_id = $1 and deleted_at is null and id <> $2 and position < $3 order by position desc, id desc limit 1`,
    values: [stageId, id, position],
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
