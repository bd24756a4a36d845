import { ArrowRight, CircleCheck, CircleX, Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { Menu, type MenuAction } from '@/components/ui/menu.js';
import type { Stage } from '@/lib/sales/pipelines.js';
import type { Deal } from '@/features/deals/deal.js';

const icons = { open: ArrowRight, won: CircleCheck, lost: CircleX };

/** Every move without dragging: for whoever cannot drag, or would have to drag far. */
export function CardMenu({ deal, stages, onMove }: { deal: Deal; stages: readonly Stage[]; onMove: (deal: Deal, stage: Stage) => void }) {
  const { t } = useTranslation('deals');
  const label = t('board.moveNamed', { name: deal.name });
  const items = (closed: boolean): MenuAction[] =>
    stages.filter((stage) => stage.id !== deal.stageId && (stage.type !== 'open') === closed)
      .map((stage) => ({ id: stage.id, label: stage.name, icon: icons[stage.type], onAction: () => onMove(deal, stage) }));
  return (
    <div className="absolute end-1 top-1 z-1" onMouseDown={stop} onTouchStart={stop}>
      <Menu
        label={label}
        placement="bottom end"
        groups={[{ id: 'open', title: t('board.moveTo'), items: items(false) }, { id: 'closed', items: items(true) }]}
        trigger={
          <Button aria-label={label} excludeFromTabOrder className="grid size-7 place-items-center rounded-control text-faint opacity-0 outline-none group-hover:opacity-100 hover:bg-hover hover:text-ink focus-visible:opacity-100 focus-visible:outline-2 focus-visible:outline-accent aria-expanded:bg-hover aria-expanded:opacity-100 touch:size-11 touch:opacity-100">
            <Ellipsis aria-hidden className="size-4" />
          </Button>
        }
      />
    </div>
  );
}

/** A press on the menu is no drag. */
function stop(event: React.SyntheticEvent): void {
  event.stopPropagation();
}
