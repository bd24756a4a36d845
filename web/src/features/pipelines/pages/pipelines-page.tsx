import { useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { SettingsBody } from '@/components/settings-section.js';
import { Button } from '@/components/ui/button.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import { usePermission } from '@/lib/session/permissions.js';
import { NameDialog } from '@/features/pipelines/components/name-dialog.js';
import { PipelineList } from '@/features/pipelines/components/pipeline-list.js';
import { StageEditor } from '@/features/pipelines/components/stage-editor.js';

export function PipelinesPage() {
  const { t } = useTranslation('pipelines');
  const { pipeline: named }: { pipeline?: string } = useSearch({ strict: false });
  const mayWrite = usePermission('settings.write');
  const pipelines = usePipelines();
  const [isAdding, setAdding] = useState(false);
  const current = pipelines.byId(named);
  return (
    <>
      <PageHeader title={t('title')}>
        {mayWrite && <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>{t('add')}</Button>}
      </PageHeader>
      {pipelines.isPending && <SkeletonRows rows={6} />}
      {pipelines.error && pipelines.all.length === 0 ? <ErrorState error={pipelines.error} onRetry={pipelines.refetch} /> : null}
      {current && (
        <SettingsBody>
          <p className="mt-5 mb-2 text-base text-muted">{t('text')}</p>
          {!mayWrite && <p className="mb-2 text-sm text-muted">{t('readOnly')}</p>}
          <PipelineList pipelines={pipelines.all} currentId={current.id} mayWrite={mayWrite} />
          <StageEditor key={current.id} pipeline={current} mayWrite={mayWrite} />
        </SettingsBody>
      )}
      {isAdding && <NameDialog pipeline={null} onClose={() => setAdding(false)} />}
    </>
  );
}
