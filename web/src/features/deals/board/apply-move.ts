import { worthOf, type Currencies } from '@/lib/sales/currencies.js';
import { currencyDigits } from '@/lib/format.js';
import type { Board, Column, Deal } from '@/features/deals/deal.js';

export interface BoardMove {
  /** As the board knows it, with the values that were asked for on the move. */
  deal: Deal;
  stageId: string;
  /** The card that comes after it; null: the end of the column. */
  beforeDealId: string | null;
}

/** The board as it will be after a move, sums included. Applying it to a board that has it already changes nothing. */
export function applyMove(board: Board, move: BoardMove, rates: Currencies | undefined): Board {
  const from = board.columns.find((column) => column.cards.some((card) => card.id === move.deal.id));
  const to = board.columns.find((column) => column.stage.id === move.stageId);
  const changesStage = from?.stage.id !== to?.stage.id;
  const deal = to && changesStage ? inStage(move.deal, to) : move.deal;
  const columns = board.columns.map((column) => {
    if (column !== from && column !== to) return column;
    const others = column.cards.filter((card) => card.id !== deal.id);
    const cards = column === to ? insert(others, deal, move.beforeDealId) : others;
    if (!changesStage) return { ...column, cards };
    return column === to ? { ...withTotals(column, deal, 1, rates), cards } : { ...withTotals(column, move.deal, -1, rates), cards };
  });
  return { ...board, columns };
}

/** A card that was changed, in its place. */
export function replaceCard(board: Board, deal: Deal): Board {
  const columns = board.columns.map((column) =>
    column.cards.some((card) => card.id === deal.id) ? { ...column, cards: column.cards.map((card) => (card.id === deal.id ? deal : card)) } : column);
  return { ...board, columns };
}

function inStage(deal: Deal, { stage }: Column): Deal {
  return {
    ...deal,
    stageId: stage.id,
    status: stage.type,
    probability: stage.type === 'open' ? (deal.probabilityOverride ?? stage.probability) : stage.probability,
    stageEnteredAt: new Date().toISOString(),
  };
}

function insert(cards: Deal[], deal: Deal, beforeDealId: string | null): Deal[] {
  const found = cards.findIndex((card) => card.id === beforeDealId);
  const index = found === -1 ? cards.length : found;
  return [...cards.slice(0, index), deal, ...cards.slice(index)];
}

function withTotals(column: Column, deal: Deal, sign: 1 | -1, rates: Currencies | undefined): Column {
  const worth = deal.amount && (rates ? worthOf(deal.amount, rates) : deal.amount.currency === column.sum.currency ? Number(deal.amount.amount) : null);
  const share = column.stage.type === 'open' ? (deal.probabilityOverride ?? column.stage.probability) / 100 : column.stage.probability / 100;
  return {
    ...column,
    count: Math.max(0, column.count + sign),
    sum: plus(column.sum, sign * (worth ?? 0)),
    weightedSum: plus(column.weightedSum, sign * (worth ?? 0) * share),
  };
}

function plus<M extends Column['sum']>(money: M, change: number): M {
  return { ...money, amount: Math.max(0, Number(money.amount) + change).toFixed(currencyDigits(money.currency)) };
}
