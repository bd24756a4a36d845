import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, Settings2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Menu, type MenuAction } from '@/components/ui/menu.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';
import { usePermission } from '@/lib/session/permissions.js';
import { ALL_PIPELINES } from '@/features/deals/hooks/use-deals-address.js';

interface PipelineSwitchProps {
  pipelines: readonly Pipeline[];
  /** Absent: all of them. */
  current: Pipeline | undefined;
  /** A table can show all pipelines at once, a board cannot. */
  offerAll: boolean;
  onSwitch: (id: string) => void;
}

export function PipelineSwitch({ pipelines, current, offerAll, onSwitch }: PipelineSwitchProps) {
  const { t } = useTranslation('deals');
  const navigate = useNavigate();
  const mayEdit = usePermission('settings.write');
  const name = current?.name ?? t('allPipelines');
  const items: MenuAction[] = pipelines.map((pipeline) => ({ id: pipeline.id, label: pipeline.name, isSelected: pipeline.id === current?.id, onAction: () => onSwitch(pipeline.id) }));
  const all: MenuAction = { id: ALL_PIPELINES, label: t('allPipelines'), isSelected: !current, onAction: () => onSwitch(ALL_PIPELINES) };
  const edit: MenuAction = { id: 'edit', label: t('editPipelines'), icon: Settings2, onAction: () => void navigate({ to: '/settings/pipelines' }) };
  return (
    <Menu
      label={t('pipelineSwitch', { name })}
      groups={[{ id: 'pipelines', items: offerAll ? [...items, all] : items }, { id: 'edit', items: mayEdit ? [edit] : [] }]}
      trigger={
        <Button variant="ghost" aria-label={t('pipelineSwitch', { name })}>
          <span dir="auto" className="max-w-40 truncate max-md:max-w-24">{name}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0" />
        </Button>
      }
    />
  );
}
