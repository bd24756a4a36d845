import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { SettingsBody } from '@/components/settings-section.js';
import { Button } from '@/components/ui/button.js';
import { Dialog } from '@/components/ui/dialog.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { formatNumber } from '@/lib/format.js';
import { usePermission } from '@/lib/session/permissions.js';
import { sampleDataQuery, useLoadSampleData, useRemoveSampleData } from '../api/sample-data.js';

export function SampleDataPage() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useQuery(sampleDataQuery);
  return (
    <>
      <PageHeader title={t('sampleData.title')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={2} />}
      {data && <SettingsBody><State state={data} /></SettingsBody>}
    </>
  );
}

function State({ state }: { state: Schemas['SampleData'] }) {
  const { t } = useTranslation('settings');
  const mayManage = usePermission('sample_data.manage');
  const [removing, setRemoving] = useState(false);
  const load = useLoadSampleData();
  return (
    <div className="flex flex-col items-start gap-4 pt-5">
      <p className="text-base text-muted">{t('sampleData.text')}</p>
      <p className="text-base">{state.loaded ? t('sampleData.state', inWords(state.counts)) : t('sampleData.notLoaded')}</p>
      {!mayManage && <p className="text-sm text-muted">{t('sampleData.readOnly')}</p>}
      {mayManage && !state.loaded && <Button variant="primary" isPending={load.isPending} onPress={() => load.mutate()}>{t('sampleData.load')}</Button>}
      {mayManage && state.loaded && <Button onPress={() => setRemoving(true)}>{t('sampleData.remove')}</Button>}
      <RemoveDialog isOpen={removing} onClose={() => setRemoving(false)} />
    </div>
  );
}

function inWords({ companies, contacts, deals, tasks, notes }: Schemas['SampleData']['counts']) {
  return { companies: formatNumber(companies), contacts: formatNumber(contacts), deals: formatNumber(deals), tasks: formatNumber(tasks), notes: formatNumber(notes) };
}

/** There is no undo, so this asks. */
function RemoveDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const remove = useRemoveSampleData();
  const footer = (
    <>
      <Button onPress={onClose}>{common('cancel')}</Button>
      <Button variant="danger" isPending={remove.isPending} onPress={() => remove.mutate(undefined, { onSettled: onClose })}>{t('sampleData.remove')}</Button>
    </>
  );
  return (
    <Dialog role="alertdialog" size="sm" title={t('sampleData.removeTitle')} isOpen={isOpen} onClose={onClose} footer={footer}>
      <p className="text-base text-muted">{t('sampleData.removeText')}</p>
    </Dialog>
  );
}
