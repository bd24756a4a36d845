import type { Actor } from '@crm-vision/common/context';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { decodeCursor, encodeCursor } from '../lists/cursor.js';
import type { Filter, Page } from '../lists/list-field.js';
import { PipelineNotFoundError } from '../pipelines/pipeline.errors.js';
import { type Pipeline, type Stage, stagesOf } from '../pipelines/pipeline.js';
import { PipelinesService } from '../pipelines/pipelines.service.js';
import { rateTable } from '../settings/currencies.js';
import { SettingsService } from '../settings/settings.service.js';
import { type ColumnSums, sumColumn } from './board.js';
import { BoardRepository } from './board.repository.js';
import { StageNotFoundError } from './deal.errors.js';
import type { DealView } from './deal-list.js';

export interface Board {
  pipeline: Pipeline;
  /** The currency of all sums. */
  currency: string;
  columns: { stage: Stage; sums: ColumnSums; cards: Page<DealView> }[];
}

export interface BoardQuery {
  filter: Filter | null;
  limit: number;
}

@Injectable()
export class BoardService {
  constructor(
    private readonly board: BoardRepository,
    private readonly pipelines: PipelinesService,
    private readonly settings: SettingsService,
  ) {}

  /** Without an id the board of the default pipeline. */
  async get(actor: Actor, pipelineId: string | null, { filter, limit }: BoardQuery): Promise<Board> {
    requirePermission(actor, 'records.read');
    const pipeline = await this.pipelines.findLive(actor, pipelineId);
    if (!pipeline) throw new PipelineNotFoundError();
    const stages = stagesOf(pipeline);
    const stageIds = stages.map(({ id }) => id);
    const [currencies, totals, cards] = await Promise.all([
      this.settings.getCurrencies(actor),
      this.board.listTotals(actor, stageIds, filter),
      this.board.listCards(actor, { stageIds, filter, limit, after: null }),
    ]);
    const rates = rateTable(currencies);
    const columns = stages.map((stage) => ({
      stage, sums: sumColumn(stage, totals, rates), cards: toPage(actor, stage.id, filter, limit, cards.filter(({ stageId }) => stageId === stage.id)),
    }));
    return { pipeline, currency: currencies.defaultCurrency, columns };
  }

  async listCards(actor: Actor, stageId: string, cursor: string, { filter, limit }: BoardQuery): Promise<Page<DealView>> {
    requirePermission(actor, 'records.read');
    if (!(await this.pipelines.findByStage(actor, stageId))) throw new StageNotFoundError();
    const after = cursor === '' ? null : decodeCursor(cursor, belongsTo(actor, stageId, filter));
    return toPage(actor, stageId, filter, limit, await this.board.listCards(actor, { stageIds: [stageId], filter, limit, after }));
  }
}

function toPage(actor: Actor, stageId: string, filter: Filter | null, limit: number, cards: readonly DealView[]): Page<DealView> {
  const items = cards.slice(0, limit);
  const last = cards.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? encodeCursor({ id: last.id, values: [last.position] }, belongsTo(actor, stageId, filter)) : '' };
}

function belongsTo(actor: Actor, stageId: string, filter: Filter | null): unknown[] {
  return [actor.workspaceId, 'board', stageId, filter];
}
