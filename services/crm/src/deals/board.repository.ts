import type { Actor } from '@crm-vision/common/context';
import { Database, type Statement } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import type { Position } from '../lists/cursor.js';
import { compileFilter } from '../lists/filter.js';
import type { Filter } from '../lists/list-field.js';
import { PAGE_BYTES_MAX, type Measured, withinBytes } from '../lists/page-bytes.js';
import { rowsToAskFor } from '../lists/page-size.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import { type Pipeline } from '../pipelines/pipeline.js';
import { pipelineRecord } from '../pipelines/pipeline.record.js';
import type { Currencies } from '../settings/currencies.js';
import { currenciesColumns } from '../settings/currencies-columns.js';
import { recordColumns } from '../writes/record-sql.js';
import type { StageTotal } from './board.js';
import { cardColumns, cardSize, type DealCard, dealJoins, dealList } from './deal-list.js';

/** Which deals, and how many of each column. */
export interface CardsQuery {
  filter: Filter | null;
  limit: number;
}

export interface BoardRows {
  pipeline: Pipeline;
  currencies: Currencies;
  totals: StageTotal[];
  cards: CardRow[];
}

export type CardRow = DealCard & Measured;

/** A workspace without deals has one row, of its currencies alone. */
type TotalRow = Currencies & (StageTotal | { stageId: null });

const isTotal = (row: TotalRow): row is Currencies & StageTotal => row.stageId !== null;

const ALL = 'true';
/** A pipeline has 30 stages at most. */
const COLUMN_BYTES_MAX = Math.floor(PAGE_BYTES_MAX / 30);

function filterOf(actor: Actor, filter: Filter | null, parameters: Parameters): string {
  const { condition, candidates } = compileFilter(actor, filter, dealList, parameters);
  return candidates ? `${condition} and r.id in (select ${candidates(null)})` : condition;
}

@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** All of a board in one flight; null: there is no such live pipeline. Without an id the default one. */
  async find(actor: Actor, pipelineId: string | null, query: CardsQuery): Promise<BoardRows | null> {
    const rows = await this.database.readTogether(actor.workspaceId, [
      pipelineStatement(actor, pipelineId),
      totalsStatement(actor, pipelineId, query),
      cardsStatement(actor, (parameters) => stagesOf(actor, pipelineId, parameters), query, null),
    ]);
    const [[pipeline], totals, cards] = rows as [Pipeline[], TotalRow[], CardRow[]];
    const [first] = totals;
    return pipeline && first ? { pipeline, currencies: first, totals: totals.filter(isTotal), cards } : null;
  }

  /** The cards of one column behind a place, and one more. */
  listCards(actor: Actor, stageId: string, query: CardsQuery, after: Position | null): Promise<CardRow[]> {
    const stage = (parameters: Parameters): string => `select ${parameters.add(stageId, 'uuid')} as id`;
    return this.database.read<CardRow>(actor.workspaceId, cardsStatement(actor, stage, query, after));
  }
}

function pipelineRule(actor: Actor, pipelineId: string | null, alias: string, parameters: Parameters): string {
  const which = pipelineId === null ? `${alias}.is_default` : `${alias}.id = ${parameters.add(pipelineId, 'uuid')}`;
  return `${which} and ${alias}.deleted_at is null and ${readable(actor, { kind: 'pipeline', alias, parameters })}`;
}

function pipelineStatement(actor: Actor, pipelineId: string | null): Statement {
  const parameters = new Parameters();
  const text = `select ${recordColumns(pipelineRecord)} from crm.pipeline r where ${pipelineRule(actor, pipelineId, 'r', parameters)}`;
  return composedStatement('board_pipeline', text, parameters.values);
}

function stagesOf(actor: Actor, pipelineId: string | null, parameters: Parameters): string {
  return `select s.id from crm.stage s join crm.pipeline p on p.id = s.pipeline_id where s.deleted_at is null and ${pipelineRule(actor, pipelineId, 'p', parameters)}`;
}

/** From the rollup, unless something hides deals from it. With the currencies in the same statement: both are of one moment. */
function totalsStatement(actor: Actor, pipelineId: string | null, { filter }: CardsQuery): Statement {
  const parameters = new Parameters();
  const stages = stagesOf(actor, pipelineId, parameters);
  const conditions = [readable(actor, { kind: 'deal', alias: 'r', parameters }), filterOf(actor, filter, parameters)].filter((condition) => condition !== ALL);
  const totals = conditions.length === 0
    ? `select t.stage_id, t.currency, t.frozen_to, t.deal_count as count, t.amount_sum, t.default_amount_sum, t.override_weighted_sum, t.frozen_sum
        from crm.stage_rollup t where t.stage_id in (${stages})`
    : `select r.stage_id, coalesce(r.currency, '') as currency, coalesce(r.closed_rate_to, '') as frozen_to, count(*)::int as count, coalesce(sum(r.amount), 0) as amount_sum,
        coalesce(sum(r.amount) filter (where r.probability_override is null), 0) as default_amount_sum,
        coalesce(sum(r.amount::numeric * r.probability_override), 0) as override_weighted_sum, coalesce(sum(r.amount * r.closed_rate), 0) as frozen_sum
      from crm.deal r where r.stage_id in (${stages}) and r.deleted_at is null and ${conditions.join(' and ')} group by 1, 2, 3`;
  const text = `select ${currenciesColumns('w')}, t.stage_id as "stageId", t.currency, t.frozen_to as "frozenTo", t.count, t.amount_sum::text as amount,
      t.default_amount_sum::text as "defaultAmount", t.override_weighted_sum::text as "overrideWeighted", t.frozen_sum::text as frozen
    from crm.workspace_settings w left join (${totals}) t on true`;
  return composedStatement('board_totals', text, parameters.values);
}

/** The first cards of each column, and one more for those that have it. */
function cardsStatement(actor: Actor, stages: (parameters: Parameters) => string, { filter, limit }: CardsQuery, after: Position | null): Statement {
  const parameters = new Parameters();
  const behind = after ? `(r.position, r.id) > (${parameters.add(after.values[0], 'text')} collate "C", ${parameters.add(after.id, 'uuid')})` : ALL;
  const conditions = ['r.stage_id = s.id', 'r.deleted_at is null', behind, readable(actor, { kind: 'deal', alias: 'r', parameters }), filterOf(actor, filter, parameters)];
  const text = `select ${cardColumns(actor, parameters)} from (${stages(parameters)}) s
    cross join lateral (select r.* from crm.deal r where ${conditions.filter((condition) => condition !== ALL).join(' and ')}
      order by r.position, r.id limit ${rowsToAskFor(limit)}) r ${dealJoins(actor, parameters)}
    order by r.stage_id, r.position, r.id`;
  // Each column has its part of the bytes, so that none takes those of the others.
  const cut = { size: cardSize, most: COLUMN_BYTES_MAX, each: { column: '"stageId"', order: 'p.position, p.id' } };
  return composedStatement('board_cards', withinBytes(text, cut), parameters.values);
}
