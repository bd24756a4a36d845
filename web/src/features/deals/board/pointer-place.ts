import { pointerWithin, type CollisionDetection } from '@dnd-kit/core';
import type { Lift } from './lift.js';
import type { Place } from './place.js';

/** What a card can be let go over: a column, or one of the smaller targets that lie above the columns. */
export interface DropData {
  stageId: string;
  kind: 'column' | 'zone';
}

/** Zones lie above columns, so they come first. */
export const zonesFirst: CollisionDetection = (args) => {
  const under = pointerWithin(args);
  const zone = under.find(({ data }) => (data?.['droppableContainer'] as { data: { current?: DropData } } | undefined)?.data.current?.kind === 'zone');
  return zone ? [zone] : under;
};

/** The place in a column for a card whose middle is at a height of the screen. Reads the cards as if no gap were open, so that the gap never chases itself. */
export function placeInColumn(lift: Lift, stageId: string, middle: number): Place {
  const gapAt = lift.to?.stageId === stageId ? lift.to.index : Number.POSITIVE_INFINITY;
  const cards = [...document.querySelectorAll<HTMLElement>(`[data-column="${stageId}"] [data-deal]`)].filter((card) => card.dataset['deal'] !== lift.deal.id);
  const index = cards.filter((card, position) => {
    const { top, height } = card.getBoundingClientRect();
    const gap = position >= gapAt ? lift.height : 0;
    return top - gap + height / 2 < middle;
  }).length;
  return { stageId, index };
}
