import type { FocusEvent, KeyboardEvent } from 'react';
import { directionOf, focusCard, neighbour } from '@/features/deals/board/focus.js';
import { pressed } from '@/lib/keyboard/pressed.js';
import type { Board } from '@/features/deals/deal.js';
import type { Lifting } from './use-lift.js';

/** Arrows lead from card to card; Space lifts one, arrows carry it, Space or Enter puts it down, Escape takes it back. */
export function useBoardKeys(board: Board, lifting: Lifting, movable: boolean) {
  const carried = lifting.lift?.by === 'keyboard' ? lifting.lift : null;

  const carry = (event: KeyboardEvent): void => {
    const direction = directionOf(event.key, isRightToLeft(event.currentTarget));
    if (direction) lifting.step(direction);
    else if (pressed(event, 'liftCard') || event.key === 'Enter') lifting.drop();
    else if (event.key === 'Escape') lifting.cancel();
    // Whatever else: the card must be put down first.
    event.preventDefault();
    event.stopPropagation();
  };

  const walk = (event: KeyboardEvent, dealId: string): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const direction = directionOf(event.key, isRightToLeft(event.currentTarget));
    const next = direction && neighbour(board, dealId, direction);
    const lifts = pressed(event, 'liftCard');
    if (lifts && movable) lifting.start(dealId, 'keyboard');
    else if (next) focusCard(next);
    else if (!lifts && !direction) return;
    event.preventDefault();
  };

  return {
    onKeyDown: (event: KeyboardEvent) => {
      const dealId = cardOf(event.target);
      if (carried) carry(event);
      else if (dealId) walk(event, dealId);
    },
    onBlur: (event: FocusEvent) => {
      if (carried && cardOf(event.target) === carried.deal.id) lifting.cancel();
    },
  };
}

/** The card whose link has the focus; its menu has keys of its own. */
export function cardOf(target: EventTarget): string | null {
  if (!(target instanceof HTMLElement) || !target.matches('[data-card-link]')) return null;
  return target.closest<HTMLElement>('[data-deal]')?.dataset['deal'] ?? null;
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
