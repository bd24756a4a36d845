import { invalidField } from '@crm-vision/common/errors';
import type { Deal as DealMessage, DealInput, GetDealsOfDayResponse, MoveDealRequest, StageStay as StayMessage } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { requireId, toOptionalId } from '../fields/ids.mapper.js';
import { givenFields, parseFields } from '../fields/parse-fields.js';
import { fromMoneyMessage, presentMoney, presentWorth } from '../money/money.mapper.js';
import { dealInput, type DealPatch, reasonInput } from './deal-input.js';
import type { DealCard, DealView } from './deal-list.js';
import type { DealsOfDay, PartOfDay } from './deals-of-day.js';
import type { StageStay } from './stage-history.js';

export function toDealMessage(deal: DealView): DealMessage {
  return { ...toCardMessage(deal), custom: JSON.stringify(deal.custom) };
}

/** Without its custom fields, which a card has not. */
export function toCardMessage(deal: DealCard): DealMessage {
  const { companyId, companyName, contacts, stageProbability, worth, worthCurrency } = deal;
  return {
    id: deal.id,
    name: deal.name,
    amount: presentMoney(deal.amount, deal.currency) ?? undefined,
    worth: presentWorth(worth, worthCurrency),
    pipelineId: deal.pipelineId,
    stageId: deal.stageId,
    companyId: companyId ?? undefined,
    company: companyId && companyName !== null ? { id: companyId, name: companyName } : undefined,
    contactIds: [...deal.contactIds],
    contacts: contacts ?? [],
    ownerId: deal.ownerId ?? undefined,
    expectedClose: deal.expectedClose ?? undefined,
    status: deal.status,
    probability: deal.probabilityOverride ?? stageProbability,
    probabilityOverride: deal.probabilityOverride ?? undefined,
    lostReasonId: deal.lostReasonId ?? undefined,
    lostReasonText: deal.lostReasonText ?? undefined,
    closedAt: deal.closedAt ?? undefined,
    nextStep: deal.nextStep ?? undefined,
    stageEnteredAt: deal.stageEnteredAt,
    tags: [...deal.tags],
    custom: '',
    createdAt: deal.createdAt,
    createdBy: deal.createdBy,
    updatedAt: deal.updatedAt,
    updatedBy: deal.updatedBy,
    version: deal.version,
    deletedAt: deal.deletedAt ?? undefined,
  };
}

export function toDealsOfDayMessage({ overdue, closing, withoutNextStep, standing }: DealsOfDay): GetDealsOfDayResponse {
  const part = ({ deals, more }: PartOfDay) => ({ deals: deals.map(toCardMessage), more });
  return { overdue: part(overdue), closing: part(closing), withoutNextStep: part(withoutNextStep), standing: part(standing) };
}

/** Throws InvalidArgumentError naming each wrong field. */
export function toDealPatch(input: DealInput | undefined): DealPatch {
  const { amount, contactIds, tags, ...rest } = input ?? { clear: [], amount: undefined, contactIds: undefined, tags: undefined };
  if (rest.clear.includes('currency')) throw invalidField('currency', 'There is no such field.', 'UNKNOWN_FIELD');
  const money = amount && fromMoneyMessage(amount, 'amount');
  const written = money ? { amount: money.minor.toString(), currency: money.currency } : rest.clear.includes('amount') ? { currency: null } : {};
  const lists = { ...(contactIds && { contactIds: contactIds.values }), ...(tags && { tags: tags.values }) };
  return parseFields(dealInput, { ...givenFields({ ...rest, ...lists }), ...written });
}

export interface MoveRequest {
  stageId: string;
  /** Null: the end of the column. */
  beforeDealId: string | null;
  version: number;
  lostReasonId: string | null;
  lostReasonText: string | null;
  patch: DealPatch;
}

export function toMove(request: MoveDealRequest): MoveRequest {
  return {
    stageId: requireId(request.stageId, 'stageId'),
    beforeDealId: toOptionalId(request.beforeDealId, 'beforeDealId'),
    version: request.version,
    lostReasonId: toOptionalId(request.lostReasonId, 'lostReasonId'),
    ...parseFields(reasonInput, { lostReasonText: request.lostReasonText }),
    patch: toDealPatch(request.input),
  };
}

export function toStayMessage(stay: StageStay): StayMessage {
  return { ...stay, leftAt: stay.leftAt ?? undefined };
}
