import { z } from 'zod';
import {
  custom, day, id, instant, money, moneySum, reference, requiredText, stamps, tags, text, version, writtenDay,
} from '../http/fields.dto.js';
import { filterParameter, type ListFields } from '../http/filters.dto.js';
import { listQuery, page, pageQuery, wholeNumberOr } from '../http/lists.dto.js';
import { pipeline, stage } from '../pipelines/pipelines.dto.js';

export const deal = z.strictObject({
  id,
  name: z.string(),
  amount: money.nullable(),
  worth: moneySum.nullable().describe('What the amount counts as in the currency of the workspace: by the rates of today, once closed by the rate of the closing; null without a rate'),
  pipelineId: id,
  stageId: id,
  companyId: id.nullable(),
  company: reference.nullable(),
  contactIds: z.array(id),
  contacts: z.array(reference),
  ownerId: id.nullable(),
  expectedClose: day.nullable(),
  status: z.enum(['open', 'won', 'lost']),
  probability: z.int().describe('Percent: the override when set, else the one of the stage'),
  probabilityOverride: z.int().nullable(),
  lostReasonId: id.nullable(),
  lostReasonText: z.string().nullable(),
  closedAt: instant.nullable(),
  nextStep: z.string().nullable(),
  stageEnteredAt: instant,
  tags: z.array(z.string()),
  custom,
  ...stamps,
}).meta({ id: 'Deal' });

export const dealCard = deal.omit({ custom: true }).meta({ id: 'DealCard', description: 'A deal as the board shows it: without its custom fields' });

const writable = {
  amount: money.nullable().optional(),
  companyId: id.nullable().optional(),
  contactIds: z.array(id).max(50).optional(),
  ownerId: id.nullable().optional().describe('Absent on creation: the caller'),
  expectedClose: writtenDay.nullable().optional(),
  probabilityOverride: z.int().min(0).max(100).nullable().optional(),
  nextStep: text(500).nullable().optional(),
  tags: tags.optional(),
  custom: custom.optional(),
};

export const createDealBody = z.strictObject({
  name: requiredText(200),
  pipelineId: id.optional().describe('Absent: the default one'),
  stageId: id.optional().describe('Absent: the first of the pipeline'),
  ...writable,
});
export const updateDealBody = z.strictObject({ version, name: requiredText(200).optional(), ...writable });
export const moveDealBody = z.strictObject({
  stageId: id,
  beforeDealId: id.nullable().optional().describe('The card that comes after it; absent: the end of the column'),
  version,
  lostReasonId: id.nullable().optional(),
  lostReasonText: text(500).nullable().optional(),
  fields: z.strictObject({
    amount: writable.amount, companyId: writable.companyId, contactIds: writable.contactIds, expectedClose: writable.expectedClose, nextStep: writable.nextStep,
  }).optional().describe('Values that the stage requires and the deal lacks'),
});
export const dealPage = page(deal);

export const dealFields: ListFields = {
  name: 'Deal',
  filters: {
    name: 'text', amount: 'money', currency: 'word', pipelineId: 'id', stageId: 'id', companyId: 'id', contactId: 'id', ownerId: 'id', expectedClose: 'day', status: 'word', probability: 'integer',
    lostReasonId: 'id', closedAt: 'instant', nextStep: 'text', stageEnteredAt: 'instant', tags: 'text', createdAt: 'instant', updatedAt: 'instant',
  },
  sorts: ['name', 'amount', 'expectedClose', 'createdAt', 'updatedAt'],
  usually: '-updatedAt',
};
export const dealsQuery = listQuery(dealFields);
export const boardQuery = z.strictObject({ pipelineId: z.uuid().optional(), limit: wholeNumberOr(1, 100, 50), filter: filterParameter(dealFields) });
export const cardsQuery = pageQuery.extend({ filter: filterParameter(dealFields) });

const column = z.strictObject({
  stage,
  count: z.int(),
  sum: moneySum,
  weightedSum: moneySum,
  missingRates: z.array(z.string()).describe('Currencies without a rate, left out of the sums'),
  cards: z.array(dealCard).describe('The first ones: at most as many as asked for, and fewer where they are large'),
  nextCursor: z.string().nullable(),
});
export const board = z.strictObject({ pipeline, columns: z.array(column), currency: z.string() }).meta({ id: 'Board' });
export const cardsPage = z.strictObject({ items: z.array(dealCard), nextCursor: z.string().nullable() });
export const stageParams = z.strictObject({ stageId: id });

export const stageStay = z.strictObject({
  stageId: id, stageName: z.string(), pipelineId: id, enteredAt: instant, leftAt: instant.nullable(), seconds: z.int(), movedBy: id,
}).meta({ id: 'StageStay' });
export const stageHistory = z.strictObject({ items: z.array(stageStay) });
