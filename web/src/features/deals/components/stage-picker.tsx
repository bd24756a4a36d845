import { useDroppable } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import { formatNumber } from '@/lib/format.js';
import { useCurrentInView } from '@/lib/use-current-in-view.js';
import type { Column } from '@/features/deals/deal.js';
import type { DropData } from '@/features/deals/board/pointer-place.js';

/** On a phone one column is seen at a time: this says which, leads to the others, and takes a card that is dropped on it. */
export function StagePicker({ columns, current, overStage, onPick }: { columns: readonly Column[]; current: number; overStage: string | null; onPick: (index: number) => void }) {
  const { t } = useTranslation('deals');
  const row = useCurrentInView<HTMLElement>(current);
  return (
    <nav ref={row} aria-label={t('board.stages')} className="flex shrink-0 gap-1 overflow-x-auto border-b border-subtle px-2 py-1.5 [scrollbar-width:none]">
      {columns.map((column, index) => (
        <StageButton key={column.stage.id} column={column} isCurrent={index === current} isOver={overStage === column.stage.id} onPick={() => onPick(index)} />
      ))}
    </nav>
  );
}

function StageButton({ column: { stage, count }, isCurrent, isOver, onPick }: { column: Column; isCurrent: boolean; isOver: boolean; onPick: () => void }) {
  const { setNodeRef } = useDroppable({ id: `pick:${stage.id}`, data: { stageId: stage.id, kind: 'zone' } satisfies DropData });
  return (
    <button
      type="button"
      ref={setNodeRef}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onPick}
      className={classNames(
        'flex h-8 shrink-0 items-center gap-1.5 rounded-control px-2.5 text-sm whitespace-nowrap touch:h-11',
        isOver ? 'bg-accent text-on-accent' : isCurrent ? 'bg-selected font-medium text-ink' : 'text-muted hover:bg-hover',
      )}
    >
      {stage.name}
      <span className="text-xs tabular">{formatNumber(count)}</span>
    </button>
  );
}
