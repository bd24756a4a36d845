import type { Actor } from '@crm-vision/common/context';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { decodeCursor, encodeCursor } from '../lists/cursor.js';
import type { Page } from '../lists/list-field.js';
import { cutPage } from '../lists/page-bytes.js';
import { PipelineNotFoundError } from '../pipelines/pipeline.errors.js';
import { type Pipeline, type Stage, stagesOf } from '../pipelines/pipeline.js';
import { PipelinesService } from '../pipelines/pipelines.service.js';
import { rateTable } from '../settings/currencies.js';
import { type ColumnSums, sumColumn } from './board.js';
import { BoardRepository, type BoardRows, type CardRow, type CardsQuery } from './board.repository.js';
import { StageNotFoundError } from './deal.errors.js';
import type { DealCard } from './deal-list.js';

export interface Board {
  pipeline: Pipeline;
  /** The currency of all sums. */
  currency: string;
  columns: { stage: Stage; sums: ColumnSums; cards: Page<DealCard> }[];
}

@Injectable()
export class BoardService {
  constructor(
    private readonly board: BoardRepository,
    private readonly pipelines: PipelinesService,
  ) {}

  /** Without an id the board of the default pipeline. */
  async get(actor: Actor, pipelineId: string | null, query: CardsQuery): Promise<Board> {
    requirePermission(actor, 'records.read');
    const { pipeline, currencies, totals, cards } = await this.find(actor, pipelineId, query);
    const rates = rateTable(currencies);
    const columns = stagesOf(pipeline).map((stage) => ({
      stage, sums: sumColumn(stage, totals, rates), cards: toPage(actor, stage.id, query, cards.filter(({ stageId }) => stageId === stage.id)),
    }));
    return { pipeline, currency: currencies.defaultCurrency, columns };
  }

  async listCards(actor: Actor, stageId: string, cursor: string, query: CardsQuery): Promise<Page<DealCard>> {
    requirePermission(actor, 'records.read');
    if (!(await this.pipelines.findByStage(actor, stageId))) throw new StageNotFoundError();
    const after = cursor === '' ? null : decodeCursor(cursor, belongsTo(actor, stageId, query), ['text']);
    return toPage(actor, stageId, query, await this.board.listCards(actor, stageId, query, after));
  }

  private async find(actor: Actor, pipelineId: string | null, query: CardsQuery): Promise<BoardRows> {
    const found = await this.board.find(actor, pipelineId, query);
    if (found) return found;
    // A workspace that has never been used gets its pipeline here.
    const pipeline = pipelineId === null && (await this.pipelines.findLive(actor, null));
    const again = pipeline && (await this.board.find(actor, pipeline.id, query));
    if (!again) throw new PipelineNotFoundError();
    return again;
  }
}

function toPage(actor: Actor, stageId: string, query: CardsQuery, cards: readonly CardRow[]): Page<DealCard> {
  const { items, more } = cutPage(cards, query.limit);
  const last = more ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor({ id: last.id, values: [last.position] }, belongsTo(actor, stageId, query)) : '' };
}

function belongsTo(actor: Actor, stageId: string, { filter }: CardsQuery): unknown[] {
  return [actor.workspaceId, 'board', stageId, filter];
}
