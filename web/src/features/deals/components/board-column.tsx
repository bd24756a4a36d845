import { useDroppable } from '@dnd-kit/core';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import type { Stage } from '@/lib/sales/pipelines.js';
import type { Column, Deal } from '@/features/deals/deal.js';
import type { Lift } from '@/features/deals/board/lift.js';
import type { DropData } from '@/features/deals/board/pointer-place.js';
import { BoardCard } from './board-card.js';
import { CardGap } from './card-gap.js';
import { ColumnHeader } from './column-header.js';
import { MoreCards } from './more-cards.js';

export interface BoardColumnProps {
  column: Column;
  pipelineId: string;
  stages: readonly Stage[];
  movable: boolean;
  /** The card of this column that Tab leads to. */
  tabStop: string | null;
  describedBy: string;
  /** When the lifted card is from here or over here. */
  lift: Lift | null;
  onMove: (deal: Deal, stage: Stage) => void;
  onMore: (column: Column) => Promise<void>;
}

export const BoardColumn = memo(function BoardColumn({ column, lift, tabStop, onMore, pipelineId, ...shared }: BoardColumnProps) {
  const { t } = useTranslation('deals');
  const heading = useId();
  const { stage, cards } = column;
  const { setNodeRef } = useDroppable({ id: `column:${stage.id}`, data: { stageId: stage.id, kind: 'column' } satisfies DropData });
  const over = lift?.to?.stageId === stage.id;
  return (
    <section ref={setNodeRef} aria-labelledby={heading} data-stage={stage.id} className={classNames('board-column flex h-full shrink-0 flex-col rounded-card p-1.5', over ? 'bg-selected' : 'bg-sunken')}>
      <ColumnHeader column={column} id={heading} pipelineId={shared.movable ? pipelineId : null} />
      <ul data-column={stage.id} className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain px-0.5 pt-0.5">
        {cardsAndGap(cards, lift, stage.id).map((item) =>
          item === 'gap'
            ? lift && <CardGap key="gap" lift={lift} stage={stage} />
            : <BoardCard key={item.id} deal={item} stage={stage} tabStop={item.id === tabStop} lifted={item.id === lift?.deal.id} {...shared} />)}
        {cards.length === 0 && !over && <li className="px-2 py-6 text-center text-xs text-muted">{t('board.emptyColumn')}</li>}
        {column.nextCursor && <MoreCards key={column.nextCursor} onMore={() => onMore(column)} left={column.count - cards.length} />}
      </ul>
    </section>
  );
});

function cardsAndGap(cards: readonly Deal[], lift: Lift | null, stageId: string): (Deal | 'gap')[] {
  if (!lift?.to || lift.to.stageId !== stageId) return [...cards];
  const items: (Deal | 'gap')[] = [];
  let index = 0;
  for (const card of cards) {
    if (card.id !== lift.deal.id) {
      if (index === lift.to.index) items.push('gap');
      index += 1;
    }
    items.push(card);
  }
  if (lift.to.index >= index) items.push('gap');
  return items;
}
