import { useState } from 'react';
import type { Board } from '@/features/deals/deal.js';
import { liftFrom, type Lift } from '@/features/deals/board/lift.js';
import { samePlace, step, type Place, type Step } from '@/features/deals/board/place.js';

export interface Lifting {
  lift: Lift | null;
  start: (dealId: string, by: Lift['by']) => void;
  over: (place: Place | null) => void;
  step: (direction: Step) => void;
  drop: () => void;
  cancel: () => void;
}

/** A card that is carried, by pointer or by keyboard: the same states and the same end. */
export function useLift(board: Board, onLift: (lift: Lift) => void, onDrop: (lift: Lift) => void, onCancel: (lift: Lift) => void): Lifting {
  const [lift, setLift] = useState<Lift | null>(null);
  const end = (finish: (lift: Lift) => void) => {
    setLift(null);
    if (lift) finish(lift);
  };
  return {
    lift,
    start: (dealId, by) => {
      const lifted = liftFrom(board, dealId, by, cardHeight(dealId));
      setLift(lifted);
      if (lifted) onLift(lifted);
    },
    over: (place) => setLift((now) => (now && !samePlace(now.to, place) ? { ...now, to: place } : now)),
    step: (direction) => setLift((now) => now && { ...now, to: step(now.board, now.deal.id, now.to ?? now.from, direction) }),
    drop: () => end((lifted) => (lifted.to && !samePlace(lifted.from, lifted.to) ? onDrop(lifted) : onCancel(lifted))),
    cancel: () => end(onCancel),
  };
}

function cardHeight(dealId: string): number {
  return document.querySelector<HTMLElement>(`[data-deal="${dealId}"]`)?.offsetHeight ?? 0;
}
