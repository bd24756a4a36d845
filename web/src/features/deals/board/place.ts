import type { Board } from '@/features/deals/deal.js';

/** Where a card stands or would stand: the index counts the other cards of the column only. */
export interface Place {
  stageId: string;
  index: number;
}

export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

export function placeOf(board: Board, dealId: string): Place | null {
  for (const { stage, cards } of board.columns) {
    const index = cards.findIndex((card) => card.id === dealId);
    if (index !== -1) return { stageId: stage.id, index };
  }
  return null;
}

export function samePlace(one: Place | null, other: Place | null): boolean {
  return one?.stageId === other?.stageId && one?.index === other?.index;
}

/** One step of a lifted card. Won and lost come after the last open stage, whether they are shown as columns or as zones. */
export function step(board: Board, dealId: string, place: Place, direction: Step): Place {
  const column = board.columns.findIndex(({ stage }) => stage.id === place.stageId);
  if (direction === 'left' || direction === 'right') {
    const next = board.columns[column + (direction === 'left' ? -1 : 1)];
    return next ? { stageId: next.stage.id, index: Math.min(place.index, roomIn(board, next.stage.id, dealId)) } : place;
  }
  const last = roomIn(board, place.stageId, dealId);
  const index = { up: place.index - 1, down: place.index + 1, first: 0, last }[direction];
  return { ...place, index: Math.max(0, Math.min(last, index)) };
}

/** How many other cards a column shows: the last index that a card can take there. */
export function roomIn(board: Board, stageId: string, dealId: string): number {
  return cardsWithout(board, stageId, dealId).length;
}

/** What the server is told: the card that comes after. At the end of what is loaded of a longer column, that is the last loaded card. */
export function beforeDealId(board: Board, dealId: string, { stageId, index }: Place): string | null {
  const cards = cardsWithout(board, stageId, dealId);
  const goesOn = board.columns.find(({ stage }) => stage.id === stageId)?.nextCursor;
  return (cards[index] ?? (goesOn ? cards.at(-1) : undefined))?.id ?? null;
}

function cardsWithout(board: Board, stageId: string, dealId: string) {
  return (board.columns.find(({ stage }) => stage.id === stageId)?.cards ?? []).filter((card) => card.id !== dealId);
}
