import type { Stage } from '@/lib/sales/pipelines.js';
import type { Board, Deal } from '@/features/deals/deal.js';

const moment = '2026-05-04T09:30:00.000Z';
const nobody = '0192f0c1-0000-7000-8000-000000000001';

export function testStage(id: string, more: Partial<Stage> = {}): Stage {
  return { id, name: id, type: 'open', probability: 50, rotDays: null, requiredFields: [], ...more };
}

export function testDeal(id: string, stageId: string, amount: string | null = '100.00', more: Partial<Deal> = {}): Deal {
  return {
    id, name: id, amount: amount === null ? null : { amount, currency: 'EUR' }, worth: amount === null ? null : { amount, currency: 'EUR' }, pipelineId: 'sales', stageId, companyId: null, company: null, contactIds: [], contacts: [],
    ownerId: null, expectedClose: null, status: 'open', probability: 50, probabilityOverride: null, lostReasonId: null, lostReasonText: null, closedAt: null, nextStep: null,
    stageEnteredAt: moment, tags: [], createdAt: moment, createdBy: nobody, updatedAt: moment, updatedBy: nobody, version: 1, deletedAt: null, ...more,
  };
}

/** testBoard({ new: ['a', 'b'], won: [] }): every deal is worth 100 EUR. */
export function testBoard(cards: Record<string, string[]>, stages: Record<string, Partial<Stage>> = {}): Board {
  const columns = Object.entries(cards).map(([id, deals]) => ({
    stage: testStage(id, stages[id]),
    count: deals.length,
    sum: { amount: `${deals.length * 100}.00`, currency: 'EUR' },
    weightedSum: { amount: `${deals.length * 50}.00`, currency: 'EUR' },
    missingRates: [],
    cards: deals.map((deal) => testDeal(deal, id)),
    nextCursor: null,
  }));
  const pipeline = { id: 'sales', name: 'Sales', isDefault: true, position: 0, stages: columns.map(({ stage }) => stage), createdAt: moment, updatedAt: moment, version: 1, deletedAt: null };
  return { pipeline, columns, currency: 'EUR' };
}

export function cardsOf(board: Board): Record<string, string[]> {
  return Object.fromEntries(board.columns.map(({ stage, cards }) => [stage.id, cards.map((card) => card.id)]));
}
