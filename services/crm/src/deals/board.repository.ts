import type { Actor } from '@crm-vision/common/context';
import { Database, type Statement } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import type { Position } from '../lists/cursor.js';
import { compileFilter } from '../lists/filter.js';
import type { Filter } from '../lists/list-field.js';
import { rowsToAskFor } from '../lists/page-size.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import { type Pipeline } from '../pipelines/pipeline.js';
import { pipelineRecord } from '../pipelines/pipeline.record.js';
import type { Currencies } from '../settings/currencies.js';
import { recordColumns } from '../writes/record-sql.js';
import type { StageTotal } from './board.js';
import { dealColumns, dealJoins, dealList, type DealView } from './deal-list.js';

/** Which deals, and how many of each column. */
export interface CardsQuery {
  filter: Filter | null;
  limit: number;
}

export interface BoardRows {
  pipeline: Pipeline;
  currencies: Currencies;
  totals: StageTotal[];
  cards: DealView[];
}

const ALL = 'true';

@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** All of a board in one flight; null: there is no such live pipeline. Without an id the default one. */
  async find(actor: Actor, pipelineId: string | null, query: CardsQuery): Promise<BoardRows | null> {
    const rows = await this.database.readTogether(actor.workspaceId, [
      pipelineStatement(actor, pipelineId),
      { name: 'board_currencies', text: 'select default_currency as "defaultCurrency", rates, version from crm.workspace_settings', values: [] },
      totalsStatement(actor, pipelineId, query),
      cardsStatement(actor, (parameters) => stagesOf(actor, pipelineId, parameters), query, null),
    ]);
    const [[pipeline], [currencies], totals, cards] = rows as [Pipeline[], Currencies[], StageTotal[], DealView[]];
    return pipeline && currencies ? { pipeline, currencies, totals, cards } : null;
  }

  /** The cards of one column behind a place, and one more. */
  listCards(actor: Actor, stageId: string, query: CardsQuery, after: Position | null): Promise<DealView[]> {
    const stage = (parameters: Parameters): string => `select ${parameters.add(stageId, 'uuid')} as id`;
    return this.database.read<DealView>(actor.workspaceId, cardsStatement(actor, stage, query, after));
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

/** From the rollup, unless something hides deals from it. */
function totalsStatement(actor: Actor, pipelineId: string | null, { filter }: CardsQuery): Statement {
  const parameters = new Parameters();
  const stages = stagesOf(actor, pipelineId, parameters);
  const conditions = [readable(actor, { kind: 'deal', alias: 'r', parameters }), compileFilter(actor, filter, dealList, parameters)].filter((condition) => condition !== ALL);
  const text = conditions.length === 0
    ? `select t.stage_id as "stageId", t.currency, t.deal_count as count, t.amount_sum::text as amount, t.default_amount_sum::text as "defaultAmount",
        t.override_weighted_sum::text as "overrideWeighted" from crm.stage_rollup t where t.stage_id in (${stages})`
    : `select r.stage_id as "stageId", coalesce(r.currency, '') as currency, count(*)::int as count, coalesce(sum(r.amount), 0)::text as amount,
        coalesce(sum(r.amount) filter (where r.probability_override is null), 0)::text as "defaultAmount",
        coalesce(sum(r.amount::numeric * r.probability_override), 0)::text as "overrideWeighted"
      from crm.deal r where r.stage_id in (${stages}) and r.deleted_at is null and ${conditions.join(' and ')} group by 1, 2`;
  return composedStatement('board_totals', text, parameters.values);
}

/** The first cards of each column, and one more for those that have it. */
function cardsStatement(actor: Actor, stages: (parameters: Parameters) => string, { filter, limit }: CardsQuery, after: Position | null): Statement {
  const parameters = new Parameters();
  const behind = after ? `(r.position, r.id) > (${parameters.add(after.values[0], 'text')} collate "C", ${parameters.add(after.id, 'uuid')})` : ALL;
  const conditions = ['r.stage_id = s.id', 'r.deleted_at is null', behind, readable(actor, { kind: 'deal', alias: 'r', parameters }), compileFilter(actor, filter, dealList, parameters)];
  const text = `select ${dealColumns(actor, parameters)} from (${stages(parameters)}) s
    cross join lateral (select r.* from crm.deal r where ${conditions.filter((condition) => condition !== ALL).join(' and ')}
      order by r.position, r.id limit ${rowsToAskFor(limit)}) r ${dealJoins(actor, parameters)}
    order by r.stage_id, r.position, r.id`;
  return composedStatement('board_cards', text, parameters.values);
}
