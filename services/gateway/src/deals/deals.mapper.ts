import type { BoardColumn, Deal, DealInput, GetBoardResponse, ListBoardCardsResponse, MoveDealRequest, StageStay } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import type { z } from 'zod';
import {
  cleared, fromJsonText, fromMoney, fromReference, orNull, present, toJsonText, toList, word, written,
} from '../http/fields.mapper.js';
import { nextCursor } from '../http/lists.mapper.js';
import { fromPipeline, fromStage } from '../pipelines/pipelines.mapper.js';
import type * as dto from './deals.dto.js';

type Body = Partial<Omit<z.output<typeof dto.createDealBody>, 'pipelineId' | 'stageId'>>;
type Board = z.output<typeof dto.board>;

export function fromDeal(message: Deal | undefined): z.output<typeof dto.deal> {
  const deal = present(message, 'deal');
  return { ...fromCard(deal), custom: fromJsonText(deal.custom) };
}

/** What every deal has; the other fields are read with one deal. */
export function fromCard(deal: Deal): z.output<typeof dto.dealCard> {
  return {
    id: deal.id,
    name: deal.name,
    amount: fromMoney(deal.amount),
    worth: fromMoney(deal.worth),
    pipelineId: deal.pipelineId,
    stageId: deal.stageId,
    companyId: orNull(deal.companyId),
    company: fromReference(deal.company),
    contactIds: deal.contactIds,
    contacts: deal.contacts,
    ownerId: orNull(deal.ownerId),
    expectedClose: orNull(deal.expectedClose),
    status: word(deal.status),
    probability: deal.probability,
    probabilityOverride: orNull(deal.probabilityOverride),
    lostReasonId: orNull(deal.lostReasonId),
    lostReasonText: orNull(deal.lostReasonText),
    closedAt: orNull(deal.closedAt),
    nextStep: orNull(deal.nextStep),
    stageEnteredAt: deal.stageEnteredAt,
    tags: deal.tags,
    createdAt: deal.createdAt,
    createdBy: deal.createdBy,
    updatedAt: deal.updatedAt,
    updatedBy: deal.updatedBy,
    version: deal.version,
    deletedAt: orNull(deal.deletedAt),
  };
}

export function toDealInput({ name, ...body }: Body): DealInput {
  return {
    name,
    amount: written(body.amount),
    companyId: written(body.companyId),
    contactIds: toList(body.contactIds),
    ownerId: written(body.ownerId),
    expectedClose: written(body.expectedClose),
    probabilityOverride: written(body.probabilityOverride),
    nextStep: written(body.nextStep),
    tags: toList(body.tags),
    custom: toJsonText(body.custom),
    clear: cleared(body),
  };
}

export function toMove(id: string, body: z.output<typeof dto.moveDealBody>): MoveDealRequest {
  return {
    id,
    stageId: body.stageId,
    beforeDealId: body.beforeDealId ?? '',
    version: body.version,
    lostReasonId: body.lostReasonId ?? '',
    lostReasonText: body.lostReasonText ?? '',
    input: body.fields && toDealInput(body.fields),
  };
}

export function fromBoard({ pipeline, columns, currency }: GetBoardResponse): Board {
  return { pipeline: fromPipeline(pipeline), columns: columns.map((column) => fromColumn(column, currency)), currency };
}

export function fromStay(stay: StageStay): z.output<typeof dto.stageStay> {
  const { stageId, stageName, pipelineId, enteredAt, leftAt, seconds, movedBy } = stay;
  return { stageId, stageName, pipelineId, enteredAt, leftAt: orNull(leftAt), seconds, movedBy };
}

export function fromCards({ cards, nextCursor: cursor }: ListBoardCardsResponse): z.output<typeof dto.cardsPage> {
  return { items: cards.map(fromCard), nextCursor: nextCursor(cursor) };
}

function fromColumn(column: BoardColumn, currency: string): Board['columns'][number] {
  return {
    stage: fromStage(column.stage),
    count: column.count,
    sum: fromMoney(column.sum) ?? { amount: '0', currency },
    weightedSum: fromMoney(column.weightedSum) ?? { amount: '0', currency },
    missingRates: column.missingRates,
    cards: column.cards.map(fromCard),
    nextCursor: nextCursor(column.nextCursor),
  };
}
