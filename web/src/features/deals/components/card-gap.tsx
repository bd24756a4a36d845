import { useEffect, useRef, type CSSProperties } from 'react';
import type { Stage } from '@/lib/sales/pipelines.js';
import type { Lift } from '@/features/deals/board/lift.js';
import { cardClass, DealCard } from './deal-card.js';

/** Where the card would come to stand: an open place under a pointer, the card itself when the keyboard carries it. */
export function CardGap({ lift, stage }: { lift: Lift; stage: Stage }) {
  const item = useRef<HTMLLIElement>(null);
  const { index, stageId } = lift.to ?? lift.from;
  const byKeyboard = lift.by === 'keyboard';
  useEffect(() => {
    if (byKeyboard) item.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [byKeyboard, index, stageId]);
  return (
    <li ref={item} aria-hidden data-gap className="scroll-mx-6 pb-2">
      {byKeyboard
        ? <div inert className={`${cardClass} relative shadow-floating outline-2 outline-accent`}><DealCard deal={lift.deal} stage={stage} /></div>
        : <div style={{ '--gap-height': `${lift.height - 8}px` } as CSSProperties} className="h-(--gap-height) rounded-card border-2 border-dashed border-accent/60 bg-accent-soft" />}
    </li>
  );
}
