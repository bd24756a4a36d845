import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useCallback, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '@/lib/filter/filter.js';
import type { Stage } from '@/lib/sales/pipelines.js';
import { usePermission } from '@/lib/session/permissions.js';
import { loadMoreCards, type boardQuery } from '@/features/deals/api/board-query.js';
import { focusCard } from '@/features/deals/board/focus.js';
import { beforeDealId } from '@/features/deals/board/place.js';
import type { Board, Column, Deal } from '@/features/deals/deal.js';
import { cardOf, useBoardKeys } from '@/features/deals/hooks/use-board-keys.js';
import { useBoardDrag } from '@/features/deals/hooks/use-board-drag.js';
import { useLift } from '@/features/deals/hooks/use-lift.js';
import { useShownBoard } from '@/features/deals/hooks/use-shown-board.js';
import { useSpoken } from '@/features/deals/hooks/use-spoken.js';
import { BoardColumns } from './board-columns.js';
import { cardClass, DealCard } from './deal-card.js';
import { DropZones } from './drop-zones.js';
import { MoveOutcome } from './move-outcome.js';

interface MovableBoardProps {
  query: ReturnType<typeof boardQuery>;
  loaded: Board;
  filter: Filter | undefined;
  showClosed: boolean;
}

/** Cards carried by mouse, finger or keyboard. While one is in the air the board stands still. */
export function MovableBoard({ query, loaded, filter, showClosed }: MovableBoardProps) {
  const { t } = useTranslation('deals');
  const movable = usePermission('records.write');
  const instructions = useId();
  const { shown, moves } = useShownBoard(query, loaded);
  const stages = shown.pipeline.stages;

  const refocus = (dealId: string) => requestAnimationFrame(() => focusCard(dealId));
  const lifting = useLift(
    shown,
    (lift) => spoken.say('lifted', lift),
    (lift) => {
      spoken.say('dropped', lift);
      const stage = stages.find(({ id }) => id === lift.to?.stageId);
      if (stage && lift.to) moves.request(lift.deal, stage, beforeDealId(lift.board, lift.deal.id, lift.to));
      if (lift.by === 'keyboard') refocus(lift.deal.id);
    },
    (lift) => {
      spoken.say('cancelled', lift);
      if (lift.by === 'keyboard') refocus(lift.deal.id);
    },
  );
  const spoken = useSpoken(lifting.lift);
  const view = lifting.lift?.board ?? shown;
  const visible = useMemo(() => ({ ...view, columns: view.columns.filter(({ stage }) => showClosed || stage.type === 'open') }), [view, showClosed]);
  const keys = useBoardKeys(visible, lifting, movable);
  const drag = useBoardDrag(lifting);
  const [focused, setFocused] = useState<string | null>(null);

  const toTopOf = useStable((deal: Deal, stage: Stage) => moves.request(deal, stage, topOf(shown, stage, deal)));
  const loadMore = useStable((column: Column) => loadMoreCards(query.queryKey, column, filter));
  return (
    <DndContext {...drag}>
      <div {...keys} onFocus={(event) => setFocused((before) => cardOf(event.target) ?? before)} className="relative flex min-h-0 flex-1 flex-col">
        <p id={instructions} hidden>{t('board.instructions')}</p>
        <BoardColumns columns={visible.columns} pipelineId={shown.pipeline.id} stages={stages} movable={movable} focused={focused} describedBy={movable ? instructions : ''} lift={lifting.lift} onMove={toTopOf} onMore={loadMore} />
        {lifting.lift && <DropZones lift={lifting.lift} stages={stages} />}
        <p role="status" aria-live="assertive" className="sr-only">{spoken.text}</p>
      </div>
      <DragOverlay dropAnimation={null} zIndex={30}>
        {lifting.lift?.by === 'pointer' && <div className={`${cardClass} rotate-1 cursor-grabbing shadow-dialog`} aria-hidden inert><DealCard deal={lifting.lift.deal} stage={stages.find(({ id }) => id === lifting.lift?.deal.stageId)} /></div>}
      </DragOverlay>
      <MoveOutcome moves={moves} onClosed={refocus} />
    </DndContext>
  );
}

function topOf(board: Board, stage: Stage, deal: Deal): string | null {
  const cards = board.columns.find((column) => column.stage.id === stage.id)?.cards ?? [];
  return cards.find((card) => card.id !== deal.id)?.id ?? null;
}

/** One function for as long as the board is shown, so that columns that do not change are not drawn again. */
function useStable<A extends unknown[], R>(run: (...args: A) => R): (...args: A) => R {
  const latest = useRef(run);
  latest.current = run;
  return useCallback((...args: A) => latest.current(...args), []);
}
