import { Trash2, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RecordMenu } from '@/components/record/record-menu.js';
import { useGoToPart } from '@/components/record/use-go-to-part.js';
import type { MenuAction } from '@/components/ui/menu.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import type { Deal } from '@/features/deals/deal.js';

export function DealMenu({ deal, onDelete }: { deal: Deal; onDelete: () => void }) {
  const { t } = useTranslation(['deals', 'records', 'common']);
  const goTo = useGoToPart();
  const hasOthers = usePipelines().all.some(({ id }) => id !== deal.pipelineId);
  const pipeline: MenuAction = { id: 'pipeline', label: t('page.otherPipeline'), icon: Workflow, onAction: () => requestAnimationFrame(() => goTo.field('pipelineId')) };
  const remove: MenuAction = { id: 'delete', label: t('common:delete'), icon: Trash2, danger: true, onAction: onDelete };
  return <RecordMenu label={t('records:actions', { name: deal.name })} items={hasOthers ? [pipeline, remove] : [remove]} />;
}
