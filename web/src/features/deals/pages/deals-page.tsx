import { Kanban, Plus, Table2 } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { Button } from '@/components/ui/button.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { Segmented } from '@/components/ui/segmented.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { lazyPart } from '@/lib/code/lazy-part.js';
import { addHere, useAddHere } from '@/lib/quick-add/quick-add.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import { usePermission } from '@/lib/session/permissions.js';
import { BoardSkeleton } from '@/features/deals/components/board-skeleton.js';
import { PipelineSwitch } from '@/features/deals/components/pipeline-switch.js';
import { ALL_PIPELINES, useDealsAddress } from '@/features/deals/hooks/use-deals-address.js';

const BoardView = lazyPart(() => import('@/features/deals/components/board-view.js'), 'BoardView');
const DealTable = lazyPart(() => import('@/features/deals/components/deal-table.js'), 'DealTable');

export function DealsPage() {
  const { t } = useTranslation('deals');
  const address = useDealsAddress();
  const pipelines = usePipelines();
  const mayWrite = usePermission('records.write');
  const isTable = address.view === 'table';
  const pipeline = isTable && address.pipeline === ALL_PIPELINES ? undefined : pipelines.byId(address.pipeline);
  useAddHere({ kind: 'deal', ...(pipeline ? { prefill: { pipelineId: pipeline.id } } : {}) });
  const addButton = mayWrite ? <Button variant="primary" icon={Plus} shortcut="add" onPress={addHere}>{t('add')}</Button> : null;
  return (
    <>
      <PageHeader title={t('title')}>
        {pipelines.all.length > 0 && <PipelineSwitch pipelines={pipelines.all} current={pipeline} offerAll={isTable} onSwitch={address.setPipeline} />}
        <Segmented
          label={t('view.label')}
          value={address.view}
          onChange={address.setView}
          segments={[{ id: 'board', label: t('view.board'), icon: Kanban }, { id: 'table', label: t('view.table'), icon: Table2 }]}
        />
        <span className="max-md:hidden">{addButton}</span>
      </PageHeader>
      {pipelines.error && pipelines.all.length === 0
        ? <ErrorState error={pipelines.error} onRetry={pipelines.refetch} />
        : (
          <Suspense fallback={isTable ? <SkeletonRows rows={14} /> : <BoardSkeleton />}>
            {pipelines.isPending
              ? isTable ? <SkeletonRows rows={14} /> : <BoardSkeleton />
              : isTable
                ? <DealTable key={pipeline?.id ?? ALL_PIPELINES} pipeline={pipeline} pipelines={pipelines.all} addAction={addButton} />
                : pipeline && <BoardView pipeline={pipeline} addAction={addButton} />}
          </Suspense>
        )}
    </>
  );
}
