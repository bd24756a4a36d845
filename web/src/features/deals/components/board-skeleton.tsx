import { useTranslation } from 'react-i18next';
import { Skeleton } from '@/components/ui/skeleton.js';

const columns = [3, 4, 2, 1, 2];

export function BoardSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')} className="flex min-h-0 flex-1 gap-3 overflow-hidden p-3">
      {columns.map((cards, column) => (
        <div key={column} className="board-column flex shrink-0 flex-col gap-2 rounded-card bg-sunken p-3">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="mb-2 h-3 w-40" />
          {Array.from({ length: cards }, (_, card) => <Skeleton key={card} className="h-22 w-full rounded-card" />)}
        </div>
      ))}
    </div>
  );
}
