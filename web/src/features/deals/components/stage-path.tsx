import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import type { Pipeline, Stage } from '@/lib/sales/pipelines.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useCurrentInView } from '@/lib/use-current-in-view.js';
import { stageHistoryQuery } from '@/features/deals/api/deal-queries.js';
import type { Deal } from '@/features/deals/deal.js';
import type { Moves } from '@/features/deals/hooks/use-moves.js';

type Position = 'visited' | 'current' | 'other';

const looks: Record<Position, string> = {
  visited: 'bg-accent-soft text-accent-ink hover:bg-selected',
  current: 'bg-accent text-on-accent',
  other: 'bg-hover text-muted hover:bg-pressed hover:text-ink',
};

/** Where the deal stands on its way, and where it has been: a stage that it jumped over is not ticked. A click on a stage moves it there. */
export function StagePath({ deal, pipeline, moves }: { deal: Deal; pipeline: Pipeline; moves: Moves }) {
  const { t } = useTranslation('deals');
  const movable = usePermission('records.write') && !deal.deletedAt;
  const stageId = moves.shown.findLast((move) => move.deal.id === deal.id)?.stageId ?? deal.stageId;
  const open = pipeline.stages.filter((stage) => stage.type === 'open');
  const closed = pipeline.stages.find((stage) => stage.id === stageId && stage.type !== 'open');
  const current = open.findIndex((stage) => stage.id === stageId);
  const { data: stays = [] } = useQuery(stageHistoryQuery(deal.id));
  const position = (stage: Stage, index: number): Position => {
    if (index === current) return 'current';
    return (closed || index < current) && stays.some((stay) => stay.stageId === stage.id) ? 'visited' : 'other';
  };
  const row = useCurrentInView<HTMLOListElement>(stageId);
  return (
    <ol ref={row} aria-label={t('page.stagePath', { pipeline: pipeline.name })} className="flex min-w-0 gap-0.5 overflow-x-auto [scrollbar-width:none]">
      {open.map((stage, index) => (
        <Step key={stage.id} stage={stage} position={position(stage, index)} movable={movable} onMove={() => moves.request(deal, stage, null)} />
      ))}
      {closed && <li dir="auto" aria-current="step" className={classNames('flex h-8 min-w-24 flex-1 items-center justify-center rounded-control px-3 text-sm font-medium whitespace-nowrap touch:h-11', closed.type === 'won' ? 'bg-success-soft text-success-ink' : 'bg-danger-soft text-danger-ink')}>{closed.name}</li>}
    </ol>
  );
}

function Step({ stage, position, movable, onMove }: { stage: Stage; position: Position; movable: boolean; onMove: () => void }) {
  const { t } = useTranslation('deals');
  const isCurrent = position === 'current';
  return (
    <li className="min-w-0 flex-1 max-md:flex-none" aria-current={isCurrent ? 'step' : undefined}>
      <button
        type="button"
        disabled={!movable || isCurrent}
        title={movable && !isCurrent ? t('page.moveTo', { stage: stage.name }) : stage.name}
        aria-label={isCurrent ? t('page.current', { stage: stage.name }) : t('page.moveTo', { stage: stage.name })}
        onClick={onMove}
        className={classNames('flex h-8 w-full min-w-24 items-center justify-center gap-1 rounded-control px-2 text-sm font-medium touch:h-11', looks[position])}
      >
        {position === 'visited' && <Check aria-hidden className="size-3.5 shrink-0" />}
        <span dir="auto" className="truncate">{stage.name}</span>
      </button>
    </li>
  );
}
