import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/components/ui/error-state.js';
import { Person } from '@/components/ui/person.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { classNames } from '@/lib/class-names.js';
import { formatInstant } from '@/lib/format.js';
import { stageHistoryQuery } from '@/features/deals/api/deal-queries.js';
import type { Deal } from '@/features/deals/deal.js';
import { formatDuration } from '@/features/deals/duration.js';

/** How long it stood in each stage, newest first. The bars compare. */
export function StageHistory({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const { data, error, refetch } = useQuery(stageHistoryQuery(deal.id));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  if (data.length === 0) return <p className="px-4 py-6 text-center text-sm text-muted">{t('page.historyEmpty')}</p>;
  const longest = Math.max(...data.map((stay) => stay.seconds), 1);
  return (
    <ol className="flex flex-col px-4 py-3">
      {data.toReversed().map((stay) => (
        <li key={stay.enteredAt} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-subtle py-2.5 text-sm last:border-b-0">
          <span dir="auto" className="truncate font-medium">{stay.stageName}</span>
          <span className="text-end tabular">{formatDuration(stay.seconds) || t('duration.lessThanMinute')}</span>
          <span aria-hidden className="col-span-2 h-1.5 rounded-full bg-sunken">
            <span className={classNames('block h-full rounded-full', stay.leftAt ? 'bg-control' : 'bg-accent')} style={{ width: `${Math.max(1, (stay.seconds / longest) * 100)}%` }} />
          </span>
          <span className="text-xs text-muted">{formatInstant(stay.enteredAt)}{stay.leftAt ? '' : ` – ${t('page.historyNow')}`}</span>
          <span className="justify-self-end text-xs text-muted"><Person id={stay.movedBy} size="xs" /></span>
        </li>
      ))}
    </ol>
  );
}
