import type { Board, Deal } from '@/features/deals/deal.js';
import { placeOf, type Place } from './place.js';

/** A card in the air. The board it was lifted from stands still until it is down again. */
export interface Lift {
  by: 'pointer' | 'keyboard';
  board: Board;
  deal: Deal;
  height: number;
  from: Place;
  /** Null: over nothing; letting go there changes nothing. */
  to: Place | null;
}

export function liftFrom(board: Board, dealId: string, by: Lift['by'], height: number): Lift | null {
  const from = placeOf(board, dealId);
  const deal = board.columns.flatMap((column) => column.cards).find((card) => card.id === dealId);
  return from && deal ? { by, board, deal, height, from, to: from } : null;
}
