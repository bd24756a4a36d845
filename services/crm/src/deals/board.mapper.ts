import type { BoardColumn, GetBoardResponse } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { toMoneyMessage } from '../money/money.mapper.js';
import { toPipelineMessage, toStageMessage } from '../pipelines/pipelines.mapper.js';
import type { Board } from './board.service.js';
import { toCardMessage } from './deals.mapper.js';

export function toBoardMessage({ pipeline, currency, columns }: Board): GetBoardResponse {
  return { pipeline: toPipelineMessage(pipeline), currency, columns: columns.map((column) => toColumnMessage(column, currency)) };
}

function toColumnMessage({ stage, sums, cards }: Board['columns'][number], currency: string): BoardColumn {
  return {
    stage: toStageMessage(stage),
    count: sums.count,
    sum: toMoneyMessage({ minor: sums.minor, currency }),
    weightedSum: toMoneyMessage({ minor: sums.weightedMinor, currency }),
    missingRates: sums.missingRates,
    cards: cards.items.map(toCardMessage),
    nextCursor: cards.nextCursor,
  };
}
