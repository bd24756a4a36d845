import { useQuery } from '@tanstack/react-query';
import { Handshake, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusedFilter, RefusedFilter } from '@/components/filters/refused-filter.js';
import { EmptyState } from '@/components/ui/empty-state.js';
import { ErrorState } from '@/components/ui/error-state.js';
import type { Filter } from '@/lib/filter/filter.js';
import { boardQuery } from '@/features/deals/api/board-query.js';
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
  if (isRefusedFilter(error) && !data) return <RefusedFilter error={error} action={clearAction} />;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <BoardSkeleton />;
  const isEmpty = data.columns.every((column) => column.count === 0);
  return (
    <>
      {isEmpty && filter && <EmptyState isBrief icon={SearchX} title={t('empty.noMatch')} action={clearAction} />}
      {isEmpty && !filter && <EmptyState isBrief icon={Handshake} title={t('empty.title')} action={addAction}>{t('empty.text')}</EmptyState>}
      <MovableBoard key={data.pipeline.id} query={query} loaded={data} filter={filter} showClosed={showClosed} />
    </>
  );
}
