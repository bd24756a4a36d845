import { useRef, useState } from 'react';
import { classNames } from '@/lib/class-names.js';
import { useIsPhone, useMedia } from '@/lib/use-media.js';
import type { Column } from '@/features/deals/deal.js';
import { BoardColumn, type BoardColumnProps } from './board-column.js';
import { StagePicker } from './stage-picker.js';

interface BoardColumnsProps extends Omit<BoardColumnProps, 'column' | 'tabStop'> {
  columns: readonly Column[];
  /** The card that last had the focus. */
  focused: string | null;
}

/** Side by side; on a phone one at a time, swiped or picked. */
export function BoardColumns({ columns, focused, lift, ...shared }: BoardColumnsProps) {
  const isPhone = useIsPhone();
  const isCalm = useMedia('(prefers-reduced-motion: reduce)');
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const follow = () => {
    const { scrollLeft = 0, scrollWidth = 1 } = scroller.current ?? {};
    setCurrent(Math.min(columns.length - 1, Math.round((Math.abs(scrollLeft) / scrollWidth) * columns.length)));
  };
  const goTo = (index: number) => scroller.current?.children[index]?.scrollIntoView({ behavior: isCalm ? 'auto' : 'smooth', block: 'nearest', inline: 'center' });
  return (
    <>
      {isPhone && <StagePicker columns={columns} current={current} overStage={lift?.by === 'pointer' ? (lift.to?.stageId ?? null) : null} onPick={goTo} />}
      <div
        ref={scroller}
        {...(isPhone ? { onScroll: follow } : {})}
        className={classNames('flex min-h-0 flex-1 gap-3 overflow-x-auto p-3 max-md:gap-2 max-md:px-4', !lift && 'max-md:snap-x max-md:snap-mandatory')}
      >
        {columns.map((column) => {
          const concerned = lift && (lift.from.stageId === column.stage.id || lift.to?.stageId === column.stage.id);
          return <BoardColumn key={column.stage.id} column={column} lift={concerned ? lift : null} tabStop={tabStopOf(column, focused)} {...shared} />;
        })}
      </div>
    </>
  );
}

/** Tab leads to each column, so that whoever has no wheel can scroll it: to the card that had the focus, else to the first. */
function tabStopOf({ cards }: Column, focused: string | null): string | null {
  return cards.some(({ id }) => id === focused) ? focused : (cards[0]?.id ?? null);
}
