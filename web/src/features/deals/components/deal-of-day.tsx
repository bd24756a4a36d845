import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay, formatDayRelative, formatMoney } from '@/lib/format.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import { usePermission } from '@/lib/session/permissions.js';
import { rottenDays, type Deal } from '@/features/deals/deal.js';
import type { Moves } from '@/features/deals/hooks/use-moves.js';
import { DateAct, MoveAct, NextStepAct } from './deal-of-day-acts.js';
import type { DealPart } from '@/features/deals/part-of-day.js';

interface DealOfDayProps {
  deal: Deal;
  part: DealPart;
  moves: Moves;
}

/** What the deal is, why it stands here, and what to do about it. */
export function DealOfDay({ deal, part, moves }: DealOfDayProps) {
  const mayWrite = usePermission('records.write');
  const pipelines = usePipelines();
  const about = [deal.company?.name, formatMoney(deal.amount)].filter(Boolean).join(' · ');
  return (
    <li className="group flex min-h-12 items-center gap-3 border-b border-subtle px-4 py-1.5 text-sm hover:bg-hover has-[[data-row]:focus-visible]:bg-selected max-md:px-3">
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-3">
          <Link to="/deals/$id" params={{ id: deal.id }} data-row={deal.id} dir="auto" className="min-w-0 flex-1 truncate rounded-sm hover:underline touch:py-1">{deal.name}</Link>
          <Reason deal={deal} part={part} />
        </div>
        <p dir="auto" className="truncate text-xs text-muted tabular">{about || pipelines.stage(deal.stageId)?.name}</p>
      </div>
      {mayWrite && <span className="flex shrink-0 justify-end md:min-w-28"><NextAct deal={deal} part={part} moves={moves} /></span>}
    </li>
  );
}

function NextAct({ deal, part, moves }: DealOfDayProps) {
  if (part === 'overdue') return <DateAct deal={deal} />;
  return deal.nextStep ? <MoveAct deal={deal} moves={moves} /> : <NextStepAct deal={deal} />;
}

function Reason({ deal, part }: Omit<DealOfDayProps, 'moves'>) {
  const { t } = useTranslation('myDay');
  const stage = usePipelines().stage(deal.stageId);
  if (part === 'overdue' || part === 'closing') {
    if (!deal.expectedClose) return null;
    const tone = part === 'overdue' ? 'font-medium text-danger-ink' : 'text-muted';
    return <time dateTime={deal.expectedClose} title={formatDay(deal.expectedClose)} className={`shrink-0 text-xs tabular ${tone}`}>{formatDayRelative(deal.expectedClose)}</time>;
  }
  const days = rottenDays(deal, stage);
  if (days === null) return <span className="shrink-0 text-xs text-muted">{stage?.name}</span>;
  return <span className="shrink-0 text-xs text-warning-ink tabular">{t('deals.standingSince', { stage: stage?.name ?? '', count: days })}</span>;
}
