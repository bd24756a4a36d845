import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NextPage } from '@/components/data-table/next-page.js';
import { PageHeader } from '@/components/page-header.js';
import { useSeen } from '@/components/record/use-seen.js';
import { EmptyState } from '@/components/ui/empty-state.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { Select } from '@/components/ui/select.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import type { RecordKind, Schemas } from '@/lib/api/api-types.js';
import { usePermission } from '@/lib/session/permissions.js';
import { binQuery } from '../api/bin.js';
import { BinRow } from '../components/bin-row.js';
import { PurgeDialog } from '../components/purge-dialog.js';
import { useRestore } from '../hooks/use-restore.js';

const kinds: readonly RecordKind[] = ['contact', 'company', 'deal', 'task', 'note', 'pipeline'];

/** What was deleted, newest first, and the way back. */
export function BinPage() {
  const { t } = useTranslation(['bin', 'common']);
  const mayWrite = usePermission('records.write');
  const mayPurge = usePermission('records.purge');
  const [purging, setPurging] = useState<Schemas['RecordRef'] | null>(null);
  const navigate = useNavigate();
  const search: { kind?: string } = useSearch({ strict: false });
  const kind = kinds.find((known) => known === search.kind);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = useInfiniteQuery(binQuery(kind));
  const { restore, problems } = useRestore();
  const end = useSeen(() => hasNextPage && !isFetchingNextPage && !isFetchNextPageError && void fetchNextPage());
  const entries = data?.pages.flatMap((page) => page.items);
  const choose = (next: string | null) => void navigate({ to: '.', search: { kind: next ?? undefined } as never, replace: true });
  return (
    <>
      <PageHeader title={t('title')}>
        <div className="w-40"><Select label={t('kind')} hideLabel emptyLabel={t('allKinds')} value={kind ?? null} onChange={choose} options={kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))} /></div>
      </PageHeader>
      {!entries && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={8} />)}
      {entries?.length === 0 && <EmptyState icon={Trash2} title={t(kind ? 'emptyKind' : 'empty')}>{t('emptyText')}</EmptyState>}
      {entries && entries.length > 0 && (
        <ul aria-label={t('title')}>
          {entries.map((entry) => <BinRow key={entry.record.id} entry={entry} problem={problems[entry.record.id]} onRestore={mayWrite ? () => void restore(entry.record) : undefined} onPurge={mayPurge ? () => setPurging(entry.record) : undefined} />)}
        </ul>
      )}
      <PurgeDialog record={purging} onClose={() => setPurging(null)} />
      <div ref={end} />
      <NextPage isFetching={isFetchingNextPage} hasFailed={isFetchNextPageError} onRetry={() => void fetchNextPage()} label={t('common:loading')} />
    </>
  );
}
