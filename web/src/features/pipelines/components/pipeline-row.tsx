import { Link, useNavigate } from '@tanstack/react-router';
import { Ellipsis, Pencil, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/components/ui/badge.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { Menu, type MenuAction } from '@/components/ui/menu.js';
import { toast } from '@/components/ui/toast.js';
import { classNames } from '@/lib/class-names.js';
import { isolated } from '@/lib/isolated.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';
import { deletePipeline, updatePipeline } from '@/features/pipelines/api/save-pipeline.js';
import { NameDialog } from './name-dialog.js';

interface PipelineRowProps {
  pipeline: Pipeline;
  isCurrent: boolean;
  isOnly: boolean;
  mayWrite: boolean;
}

export function PipelineRow({ pipeline, isCurrent, isOnly, mayWrite }: PipelineRowProps) {
  const { t } = useTranslation('pipelines');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [isRenaming, setRenaming] = useState(false);
  const run = async (act: () => Promise<{ changeSetId: string | null }>, said: string) => {
    try {
      const { changeSetId } = await act();
      toast.done(said, changeSetId);
    } catch (error) {
      toast.problem(error);
    }
  };
  const remove = async () => {
    if (isCurrent) await navigate({ to: '/settings/pipelines', search: {}, replace: true });
    await run(() => deletePipeline(pipeline.id), t('deleted', { name: isolated(pipeline.name) }));
  };
  const makeDefault = () => void run(() => updatePipeline(pipeline.id, pipeline.version, { isDefault: true }), t('saved', { name: isolated(pipeline.name) }));
  const whyNot = isOnly ? t('lastOne') : pipeline.isDefault ? t('defaultStays') : null;
  const items: MenuAction[] = [
    { id: 'rename', label: t('rename'), icon: Pencil, onAction: () => setRenaming(true) },
    ...(pipeline.isDefault ? [] : [{ id: 'default', label: t('makeDefault'), icon: Star, onAction: makeDefault }]),
    { id: 'delete', label: common('delete'), icon: Trash2, danger: true, onAction: () => (whyNot ? toast.problem(whyNot) : void remove()) },
  ];
  return (
    <div className="flex min-h-10 items-center gap-2 text-sm">
      <Link to="/settings/pipelines" search={{ pipeline: pipeline.id }} aria-current={isCurrent ? 'true' : undefined} className={classNames('flex min-w-0 flex-1 items-center gap-2 rounded-control px-2 py-1.5 hover:bg-hover touch:min-h-11', isCurrent && 'bg-selected')}>
        <span dir="auto" className="truncate font-medium">{pipeline.name}</span>
        {pipeline.isDefault && <Badge tone="accent">{t('default')}</Badge>}
        <span className="ms-auto text-xs whitespace-nowrap text-muted">{t('stageCount', { count: pipeline.stages.length })}</span>
      </Link>
      {mayWrite && <Menu label={t('actions', { name: pipeline.name })} placement="bottom end" groups={[{ id: 'all', items }]} trigger={<IconButton size="sm" icon={Ellipsis} label={t('actions', { name: pipeline.name })} />} />}
      {isRenaming && <NameDialog pipeline={pipeline} onClose={() => setRenaming(false)} />}
    </div>
  );
}
