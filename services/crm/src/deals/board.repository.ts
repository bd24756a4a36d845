import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import type { Position } from '../lists/cursor.js';
import { compileFilter } from '../lists/filter.js';
import type { Filter } from '../lists/list-field.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import type { StageTotal } from './board.js';
import { dealColumns, dealJoins, dealList, type DealView } from './deal-list.js';

export interface CardsQuery {
  stageIds: readonly string[];
  filter: Filter | null;
  /** Cards of each column. */
  limit: number;
  /** Behind this card; for one column. */
  after: Position | null;
}

const ALL = 'true';

@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** From the rollup, unless something hides deals from it. */
  listTotals(actor: Actor, stageIds: readonly string[], filter: Filter | null): Promise<StageTotal[]> {
    const parameters = new Parameters();
    const stages = parameters.add(stageIds, 'uuid[]');
    const conditions = [readable(actor, { kind: 'deal', alias: 'r', parameters }), compileFilter(actor, filter, dealList, parameters)].filter((condition) => condition !== ALL);
    const text = conditions.length === 0
      ? `select stage_id as "stageId", currency, deal_count as count, amount_sum::text as amount, default_amount_sum::text as "defaultAmount",
          override_weighted_sum::text as "overrideWeighted" from crm.stage_rollup where stage_id = any (${stages})`
      : `select r.stage_id as "stageId", coalesce(r.currency, '') as currency, count(*)::int as count, coalesce(sum(r.amount), 0)::text as amount,
          coalesce(sum(r.amount) filter (where r.probability_override is null), 0)::text as "defaultAmount",
          coalesce(sum(r.amount::numeric * r.probability_override), 0)::text as "overrideWeighted"
        from crm.deal r where r.stage_id = any (${stages}) and r.deleted_at is null and ${conditions.join(' and ')} group by 1, 2`;
    return this.database.read<StageTotal>(actor.workspaceId, composedStatement('board_totals', text, parameters.values));
  }

  /** The first cards of each column, and one more for those that have it; in the order of the columns' places. */
  listCards(actor: Actor, { stageIds, filter, limit, after }: CardsQuery): Promise<DealView[]> {
    const parameters = new Parameters();
    const stages = parameters.add(stageIds, 'uuid[]');
    const behind = after ? `(r.position, r.id) > (${parameters.add(after.values[0], 'text')} collate "C", ${parameters.add(after.id, 'uuid')})` : ALL;
    const conditions = ['r.stage_id = s.id', 'r.deleted_at is null', behind, readable(actor, { kind: 'deal', alias: 'r', parameters }), compileFilter(actor, filter, dealList, parameters)];
    const text = `select ${dealColumns(actor, parameters)} from unnest(${stages}) as s(id)
      cross join lateral (select r.* from crm.deal r where ${conditions.filter((condition) => condition !== ALL).join(' and ')}
        order by r.position, r.id limit ${parameters.add(limit + 1, 'int')}) r ${dealJoins(actor, parameters)}
      order by r.stage_id, r.position, r.id`;
    return this.database.read<DealView>(actor.workspaceId, composedStatement('board_cards', text, parameters.values));
  }
}
