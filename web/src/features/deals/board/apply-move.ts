import { worthOf, type Money, type Rates } from '@/lib/sales/currencies.js';
import { fractionDigits } from '@/lib/format.js';
import type { Board, Column, Deal } from '@/features/deals/deal.js';

export interface BoardMove {
  /** As the board knows it, with the values that were asked for on the move. */
  deal: Deal;
  stageId: string;
  /** The card that comes after it; null: the end of the column. */
  beforeDealId: string | null;
}

/** The board as it will be after a move, sums included. Applying it to a board that has it already changes nothing. */
export function applyMove(board: Board, move: BoardMove, rates: Rates | undefined): Board {
  const from = board.columns.find((column) => column.cards.some((card) => card.id === move.deal.id));
  const to = board.columns.find((column) => column.stage.id === move.stageId);
  const changesStage = from?.stage.id !== to?.stage.id;
  const card = from?.cards.find(({ id }) => id === move.deal.id) ?? move.deal;
  const deal = to && changesStage ? inStage(move.deal, to, worthIn(to, card, move.deal, rates)) : move.deal;
  const columns = board.columns.map((column) => {
    if (column !== from && column !== to) return column;
    const others = column.cards.filter(({ id }) => id !== deal.id);
    const cards = column === to ? insert(others, deal, move.beforeDealId) : others;
    if (!changesStage) return { ...column, cards };
    return column === to ? { ...withTotals(column, deal, 1), cards } : { ...withTotals(column, card, -1), cards };
  });
  return { ...board, columns };
}

/** Closed as it was, a deal keeps its worth; else the rates of today count. */
function worthIn({ stage, sum: { amount: sum, currency } }: Column, before: Deal, after: Deal, rates: Rates | undefined): Money | null {
  if (stage.type !== 'open' && before.status === stage.type) return before.worth;
  if (!after.amount || after.amount.currency === currency) return after.amount;
  const worth = rates ? worthOf(after.amount, rates) : null;
  return worth === null ? null : { amount: worth.toFixed(fractionDigits(sum)), currency };
}

/** A card that was changed, in its place. */
export function replaceCard(board: Board, deal: Deal): Board {
  const columns = board.columns.map((column) =>
    column.cards.some((card) => card.id === deal.id) ? { ...column, cards: column.cards.map((card) => (card.id === deal.id ? deal : card)) } : column);
  return { ...board, columns };
}

function inStage(deal: Deal, { stage }: Column, worth: Money | null): Deal {
  return {
    ...deal,
    stageId: stage.id,
    status: stage.type,
    worth,
    probability: stage.type === 'open' ? (deal.probabilityOverride ?? stage.probability) : stage.probability,
    stageEnteredAt: new Date().toISOString(),
  };
}

function insert(cards: Deal[], deal: Deal, beforeDealId: string | null): Deal[] {
  const found = cards.findIndex((card) => card.id === beforeDealId);
  const index = found === -1 ? cards.length : found;
  return [...cards.slice(0, index), deal, ...cards.slice(index)];
}

function withTotals(column: Column, deal: Deal, sign: 1 | -1): Column {
  const worth = deal.worth?.currency === column.sum.currency ? Number(deal.worth.amount) : 0;
  const share = column.stage.type === 'open' ? (deal.probabilityOverride ?? column.stage.probability) / 100 : column.stage.probability / 100;
  return {
    ...column,
    count: Math.max(0, column.count + sign),
    sum: plus(column.sum, sign * worth),
    weightedSum: plus(column.weightedSum, sign * worth * share),
  };
}

function plus<M extends Column['sum']>(money: M, change: number): M {
  return { ...money, amount: Math.max(0, Number(money.amount) + change).toFixed(fractionDigits(money.amount)) };
}
