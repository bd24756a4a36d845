import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NextPage } from '@/components/data-table/next-page.js';
import { useSeen } from '@/components/record/use-seen.js';
import type { PanelRecord } from '@/components/record-panels.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { formatDayRelative, toDay } from '@/lib/format.js';
import { timelineQuery } from '../api/timeline.js';
import { groupByDay } from '../event.js';
import { TimelineItem } from './timeline-item.js';

/** What happened to a record and to what is linked to it, newest first, day by day. */
export function TimelinePanel({ record }: { record: PanelRecord }) {
  const { t } = useTranslation('timeline');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = useInfiniteQuery(timelineQuery(record));
  const end = useSeen(() => hasNextPage && !isFetchingNextPage && !isFetchNextPageError && void fetchNextPage());
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={6} />;
  const days = groupByDay(data.pages.flatMap((page) => page.items), (instant) => toDay(new Date(instant)));
  if (days.length === 0) return <p className="px-4 py-6 text-center text-sm text-muted">{t('empty')}</p>;
  return (
    <div className="px-4 pt-2 pb-8">
      {days.map(({ day, events }) => (
        <section key={day} aria-label={formatDayRelative(day)}>
          <h2 className="sticky top-0 z-[1] bg-canvas pt-3 pb-1 text-xs font-medium text-muted first-letter:uppercase">{formatDayRelative(day)}</h2>
          <ol>{events.map((event) => <TimelineItem key={event.id} event={event} record={record} />)}</ol>
        </section>
      ))}
      <div ref={end} />
      <NextPage isFetching={isFetchingNextPage} hasFailed={isFetchNextPageError} onRetry={() => void fetchNextPage()} label={t('loadingMore')} />
    </div>
  );
}
