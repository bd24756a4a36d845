import { CircleX, Ellipsis, RotateCcw, Trash2, Trophy, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { Menu, type MenuGroup } from '@/components/ui/menu.js';
import { usePipelines, type Pipeline, type Stage } from '@/lib/sales/pipelines.js';
import type { Deal } from '@/features/deals/deal.js';
import type { Moves } from '@/features/deals/hooks/use-moves.js';

/** Won, lost or open again; the rest in the menu. */
export function DealActions({ deal, pipeline, moves, onDelete }: { deal: Deal; pipeline: Pipeline; moves: Moves; onDelete: () => void }) {
  const { t } = useTranslation('deals');
  const { t: common } = useTranslation();
  const others = usePipelines().all.filter((other) => other.id !== pipeline.id);
  const first = (type: Stage['type'], of = pipeline) => of.stages.find((stage) => stage.type === type);
  const move = (stage: Stage | undefined) => () => {
    if (stage) moves.request(deal, stage, null);
  };
  const groups: MenuGroup[] = [
    { id: 'pipelines', title: t('page.otherPipeline'), items: others.map((other) => ({ id: other.id, label: other.name, icon: Workflow, onAction: move(first('open', other)) })) },
    { id: 'delete', items: [{ id: 'delete', label: common('delete'), icon: Trash2, danger: true, onAction: onDelete }] },
  ];
  return (
    <>
      {deal.status === 'open' ? (
        <>
          <Button icon={Trophy} onPress={move(first('won'))}><span className="max-md:sr-only">{t('page.win')}</span></Button>
          <Button icon={CircleX} onPress={move(first('lost'))}><span className="max-md:sr-only">{t('page.lose')}</span></Button>
        </>
      ) : <Button icon={RotateCcw} onPress={move(first('open'))}>{t('page.reopen')}</Button>}
      <Menu label={common('more')} placement="bottom end" groups={groups} trigger={<IconButton icon={Ellipsis} label={common('more')} />} />
    </>
  );
}
