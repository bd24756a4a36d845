import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NextPage } from '@/components/data-table/next-page.js';
import { useSeen } from '@/components/record/use-seen.js';
import type { PanelRecord } from '@/components/record-panels.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { notesQuery } from '../api/notes.js';
import { NoteComposer } from './note-composer.js';
import { NoteItem } from './note-item.js';

/** The notes on a record: pinned ones first, then newest first. */
export function NotesPanel({ record }: { record: PanelRecord }) {
  const { t } = useTranslation('notes');
  const { data, error, refetch, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = useInfiniteQuery(notesQuery(record));
  const end = useSeen(() => hasNextPage && !isFetchingNextPage && !isFetchNextPageError && void fetchNextPage());
  const notes = data?.pages.flatMap((page) => page.items);
  return (
    <>
      <NoteComposer record={record} />
      {!notes && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={3} />)}
      {notes?.length === 0 && <p className="px-4 py-6 text-center text-sm text-muted">{t('empty')}</p>}
      {notes && <ul className="flex flex-col gap-2 px-4 pt-3 pb-8">{notes.map((note) => <NoteItem key={note.id} note={note} />)}</ul>}
      <div ref={end} />
      <NextPage isFetching={isFetchingNextPage} hasFailed={isFetchNextPageError} onRetry={() => void fetchNextPage()} label={t('loadingMore')} />
    </>
  );
}
