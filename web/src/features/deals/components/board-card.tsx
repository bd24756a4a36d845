import { useDraggable } from '@dnd-kit/core';
import { memo } from 'react';
import { classNames } from '@/lib/class-names.js';
import type { Stage } from '@/lib/sales/pipelines.js';
import type { Deal } from '@/features/deals/deal.js';
import { CardMenu } from './card-menu.js';
import { cardClass, DealCard } from './deal-card.js';

export interface BoardCardProps {
  deal: Deal;
  stage: Stage;
  stages: readonly Stage[];
  movable: boolean;
  tabStop: boolean;
  describedBy: string;
  /** In the air: its place is closed, but it keeps the focus. */
  lifted: boolean;
  onMove: (deal: Deal, stage: Stage) => void;
}

/** A card that can be dragged. The gap below belongs to it, so that nothing is left when it is lifted. */
export function BoardCard({ lifted, movable, ...card }: BoardCardProps) {
  const { setNodeRef, listeners } = useDraggable({ id: card.deal.id, disabled: !movable });
  return (
    <li data-deal={card.deal.id} className={classNames('board-card', lifted ? 'h-0 overflow-hidden opacity-0' : 'pb-2')}>
      <div ref={setNodeRef} {...listeners} onContextMenu={keepLongPress} className={classNames(cardClass, 'group relative touch-manipulation select-none hover:border-strong')}>
        <Content {...card} movable={movable} />
      </div>
    </li>
  );
}

const Content = memo(function Content({ deal, stage, stages, movable, tabStop, describedBy, onMove }: Omit<BoardCardProps, 'lifted'>) {
  return (
    <>
      <DealCard deal={deal} stage={stage} tabStop={tabStop} describedBy={describedBy} />
      {movable && <CardMenu deal={deal} stages={stages} onMove={onMove} />}
    </>
  );
});

/** A long press lifts the card; the menu of the browser would take the touch away. */
function keepLongPress(event: React.MouseEvent): void {
  if ((event.nativeEvent as PointerEvent).pointerType === 'touch') event.preventDefault();
}
