import type { Board } from '@/features/deals/deal.js';
import { placeOf, type Step } from './place.js';

/** The card that an arrow key leads to from another card. Empty columns are passed over. */
export function neighbour(board: Board, dealId: string, direction: Step): string | null {
  const place = placeOf(board, dealId);
  const column = board.columns.findIndex(({ stage }) => stage.id === place?.stageId);
  const cards = board.columns[column]?.cards;
  if (!place || !cards) return null;
  if (direction === 'left' || direction === 'right') {
    const aside = direction === 'left' ? board.columns.slice(0, column).reverse() : board.columns.slice(column + 1);
    const next = aside.find((other) => other.cards.length > 0);
    return next?.cards[Math.min(place.index, next.cards.length - 1)]?.id ?? null;
  }
  const index = { up: place.index - 1, down: place.index + 1, first: 0, last: cards.length - 1 }[direction];
  return cards[index]?.id ?? null;
}

export function focusCard(dealId: string): void {
  const link = document.querySelector<HTMLElement>(`[data-deal="${dealId}"] [data-card-link]`);
  link?.focus({ preventScroll: true });
  link?.closest('[data-deal]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

export function directionOf(key: string, rightToLeft: boolean): Step | null {
  const directions: Record<string, Step> = {
    ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last',
    ArrowLeft: rightToLeft ? 'right' : 'left', ArrowRight: rightToLeft ? 'left' : 'right',
  };
  return directions[key] ?? null;
}
