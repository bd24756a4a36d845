import { useQuery } from '@tanstack/react-query';
import { Handshake } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/ui/empty-state.js';
import { ErrorState } from '@/components/ui/error-state.js';
import type { Filter } from '@/lib/filter/filter.js';
import { boardQuery } from '@/features/deals/api/board-query.js';
import type { Board } from '@/features/deals/deal.js';
import '../deals.css';
import { BoardSkeleton } from './board-skeleton.js';
import { MovableBoard } from './movable-board.js';

export interface DealBoardProps {
  pipelineId: string | undefined;
  filter: Filter | undefined;
  /** Won and lost as columns, too. */
  showClosed: boolean;
  /** What to do when there is no deal at all, and when none matches. */
  addAction: ReactNode;
  clearAction: ReactNode;
}

export function DealBoard({ pipelineId, filter, showClosed, addAction, clearAction }: DealBoardProps) {
  const { t } = useTranslation('deals');
  const query = boardQuery(pipelineId, filter);
  const { data, error, refetch } = useQuery(query);
  const board = useMemo(() => data && endsLast(data), [data]);
  if (error && !board) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!board) return <BoardSkeleton />;
  const isEmpty = board.columns.every((column) => column.count === 0);
  if (isEmpty && filter) return <EmptyState icon={Handshake} title={t('empty.noMatch')} action={clearAction} />;
  if (isEmpty) return <EmptyState icon={Handshake} title={t('empty.title')} action={addAction}>{t('empty.text')}</EmptyState>;
  return <MovableBoard key={board.pipeline.id} board={board} queryKey={query.queryKey} filter={filter} showClosed={showClosed} />;
}

/** Won, then lost, come after the stages on the way there, whatever their order in the settings. */
function endsLast(board: Board): Board {
  const rank = { open: 0, won: 1, lost: 2 };
  return { ...board, columns: board.columns.toSorted((one, other) => rank[one.stage.type] - rank[other.stage.type]) };
}
