import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PanelRecord } from '@/components/record-panels.js';
import { Button } from '@/components/ui/button.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { formatMoney } from '@/lib/format.js';
import { openQuickAdd, prefillFrom } from '@/lib/quick-add/quick-add.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import { usePermission } from '@/lib/session/permissions.js';
import { dealsOfQuery } from '@/features/deals/api/deals-of.js';
import { CloseDay } from './close-day.js';
import { StageBadge } from './stage-badge.js';

/** The deals of a company or a contact. */
export function DealsPanel({ record }: { record: PanelRecord }) {
  const { t } = useTranslation('deals');
  const mayWrite = usePermission('records.write');
  const pipelines = usePipelines();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(dealsOfQuery(record));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} />;
  const deals = data.pages.flatMap((page) => page.items);
  return (
    <div className="pb-6">
      {deals.length === 0 && <p className="px-4 py-6 text-center text-sm text-muted">{t('panel.empty')}</p>}
      <ul aria-label={t('panel.title')}>
        {deals.map((deal) => (
          <li key={deal.id} className="border-b border-subtle">
            <Link to="/deals/$id" params={{ id: deal.id }} className="flex min-h-11 items-center gap-3 px-4 py-1.5 text-sm outline-none hover:bg-hover focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent">
              <span dir="auto" className="min-w-0 flex-1 truncate font-medium">{deal.name}</span>
              <span className="max-md:hidden"><CloseDay deal={deal} /></span>
              <StageBadge stage={pipelines.stage(deal.stageId)} />
              <span className="w-24 text-end tabular">{formatMoney(deal.amount)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="flex gap-2 px-4 pt-3">
        {mayWrite && <Button variant="ghost" size="sm" icon={Plus} onPress={() => openQuickAdd({ kind: 'deal', prefill: prefillFrom(record) })}>{t('panel.add')}</Button>}
        {hasNextPage && <Button variant="ghost" size="sm" onPress={() => void fetchNextPage()}>{t('panel.more')}</Button>}
      </div>
    </div>
  );
}
