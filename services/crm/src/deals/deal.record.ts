import type { Transaction } from '@crm-vision/common/database';
import { generateKeyBetween } from 'fractional-indexing';
import { referencedCompanyNotFound } from '../companies/company.errors.js';
import { stillThere } from '../links/still-there.js';
import { lockColumn } from '../pipelines/pipeline-locks.js';
import { presentMoney } from '../money/money.mapper.js';
import type { RecordRow, RecordType } from '../writes/record-type.js';
import { type Deal, momentAfter } from './deal.js';
import { DealNotFoundError, StageGoneError } from './deal.errors.js';
import { findNeighbours, firstStageLike, lowestAbove, namesOfMove, placeTaken, stageLives } from './deal-places.repository.js';
import { dealEntry } from './deal-timeline.js';

/** How deals are written, audited and undone. */
export const dealRecord: RecordType<Deal> = {
  kind: 'deal',
  table: 'deal',
  columns: [
    'name', 'amount', 'currency', 'companyId', 'contactIds', 'ownerId', 'expectedClose', 'probabilityOverride', 'nextStep', 'tags', 'custom',
    'pipelineId', 'stageId', 'position', 'status', 'closedAt', 'closedRate', 'closedRateTo', 'lostReasonId', 'lostReasonText', 'stageEnteredAt',
  ],
  ownerColumn: 'ownerId',
  titleSql: 'r.name',
  hasTimeline: true,
  notFound: () => new DealNotFoundError(),
  onConflict: (constraint) => (constraint === 'deal_company_fkey' ? referencedCompanyNotFound() : undefined),
  titleOf: ({ name }) => name,
  without: ({ companyId, contactIds }, id) => ({ companyId: companyId === id ? null : companyId, contactIds: contactIds.filter((contactId) => contactId !== id) }),
  relatedOf: ({ companyId, contactIds }) => [...(companyId ? [{ kind: 'company' as const, id: companyId }] : []), ...contactIds.map((id) => ({ kind: 'contact' as const, id }))],
  timelineEntry: async ({ before, after }, transaction) => {
    if (before?.stageId === after.stageId) return undefined;
    return dealEntry(before, after, await namesOfMove(transaction, before, after));
  },
  publicFields: ({ amount, currency, name, companyId, contactIds, ownerId, expectedClose, probabilityOverride, nextStep, tags, custom }) => ({
    name, amount: presentMoney(amount, currency), companyId, contactIds, ownerId, expectedClose, probabilityOverride, nextStep, tags, custom,
  }),
  // Back to its stage and its place; when another card took the place meanwhile, right in front of that card.
  beforeRevert: async (deal, transaction) => ({ ...(await comeBack(deal, transaction)), contactIds: await stillThere(transaction, 'contact', deal.contactIds) }),
};

async function comeBack(deal: RecordRow<Deal>, transaction: Transaction): Promise<Partial<Deal>> {
  await lockColumn(transaction, deal.pipelineId, deal.stageId);
  if (!(await stageLives(transaction, deal))) return comeBackElsewhere(deal, transaction);
  if (!(await placeTaken(transaction, deal))) return {};
  return { position: generateKeyBetween(await lowestAbove(transaction, deal), deal.position) };
}

/** Out of the bin, when its stage was removed meanwhile: on top of the first stage of its pipeline that leaves it open, won or lost as it was. */
async function comeBackElsewhere(deal: RecordRow<Deal>, transaction: Transaction): Promise<Partial<Deal>> {
  const stageId = deal.deletedAt === null ? null : await firstStageLike(transaction, deal);
  if (stageId === null) throw new StageGoneError();
  const place = { pipelineId: deal.pipelineId, stageId };
  await lockColumn(transaction, place.pipelineId, place.stageId);
  const { lower } = await findNeighbours(transaction, place, 'top', deal.id);
  return { stageId, position: generateKeyBetween(null, lower), stageEnteredAt: momentAfter(deal.stageEnteredAt) };
}
