import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Dialog } from '@/components/ui/dialog.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { Spinner } from '@/components/ui/spinner.js';
import { toast } from '@/components/ui/toast.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { formatList } from '@/lib/format.js';
import { isolated } from '@/lib/isolated.js';
import { purgeQuery, purgeRecord } from '../api/bin.js';

type Preview = Schemas['PurgePreview'];

/** Nothing brings it back, so this asks, and says what goes. Null: closed. */
export function PurgeDialog({ record, onClose }: { record: Schemas['RecordRef'] | null; onClose: () => void }) {
  const { t } = useTranslation(['bin', 'common']);
  const { data, error, refetch } = useQuery(purgeQuery(record));
  const purge = useMutation({
    mutationFn: purgeRecord,
    onSuccess: (_nothing, { record: { title } }) => {
      toast.done(t('purged', { name: isolated(title) }));
      onClose();
    },
    // What has changed meanwhile is shown before anybody presses again.
    onError: (problem) => {
      toast.problem(problem);
      void refetch();
    },
    onSettled: () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[1] !== 'purge' }),
  });
  const footer = (
    <>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      {data && <Button variant="danger" isPending={purge.isPending} onPress={() => purge.mutate(data)}>{t('purge')}</Button>}
    </>
  );
  return (
    <Dialog role="alertdialog" size="sm" title={t('purgeTitle')} isOpen={record !== null} onClose={onClose} footer={footer}>
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : data ? <WhatGoes preview={data} /> : <Spinner />}
    </Dialog>
  );
}

function WhatGoes({ preview: { record, notes, contacts, deals, tasks } }: { preview: Preview }) {
  const { t } = useTranslation(['bin', 'common']);
  const staying = [contacts > 0 && t('counts.contacts', { count: contacts }), deals > 0 && t('counts.deals', { count: deals }), tasks > 0 && t('counts.tasks', { count: tasks })].filter((text) => text !== false);
  return (
    <div className="flex flex-col gap-2 text-base">
      <p className="text-muted">{t(`common:kinds.${record.kind}`)}</p>
      <p dir="auto" className="font-medium break-words">{record.title}</p>
      {notes > 0 && <p>{t('notesGo', { count: notes })}</p>}
      {staying.length > 0 && <p>{t('staying', { records: formatList(staying) })}</p>}
      <p className="text-muted">{t('purgeText')}</p>
    </div>
  );
}
