import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Person } from '@/components/ui/person.js';
import { classNames } from '@/lib/class-names.js';
import { formatDay, formatDayRelative, formatMoney, toDay, today } from '@/lib/format.js';
import type { Stage } from '@/lib/sales/pipelines.js';
import { rottenDays, type Deal } from '@/features/deals/deal.js';

export const cardClass = 'rounded-card border border-subtle bg-surface p-3';

export interface DealCardProps {
  deal: Deal;
  stage: Stage | undefined;
  /** Of all cards of a column, one is reached by Tab; the arrows lead to the others. */
  tabStop?: boolean;
  describedBy?: string;
}

/** What a card says. Its link covers it, so that a click anywhere opens the deal. */
export function DealCard({ deal, stage, tabStop = false, describedBy }: DealCardProps) {
  const rotten = rottenDays(deal, stage);
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <div className="flex items-start gap-1.5 pe-5 touch:pe-8">
        <Link
          to="/deals/$id"
          params={{ id: deal.id }}
          data-card-link
          draggable={false}
          tabIndex={tabStop ? 0 : -1}
          aria-describedby={describedBy}
          dir="auto"
          className="line-clamp-2 min-w-0 font-medium text-ink outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:-outline-offset-1 focus-visible:after:outline-accent"
        >
          {deal.name}
        </Link>
        {rotten !== null && <RotDot days={rotten} />}
      </div>
      {deal.company && <p dir="auto" className="truncate text-muted">{deal.company.name}</p>}
      <div className="flex h-5 items-center gap-2">
        <span className="min-w-0 truncate font-medium tabular">{deal.amount ? formatMoney(deal.amount) : <span className="font-normal text-muted">–</span>}</span>
        <span className="ms-auto flex shrink-0 items-center gap-2">
          <Close deal={deal} />
          <Person id={deal.ownerId} avatarOnly />
        </span>
      </div>
    </div>
  );
}

function RotDot({ days }: { days: number }) {
  const { t } = useTranslation('deals');
  const text = t('board.rotten', { count: days });
  return <span role="img" aria-label={text} title={text} className="relative z-1 mt-1.5 size-2 shrink-0 rounded-full bg-warning" />;
}

/** When it should close, or when it did. */
function Close({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const day = deal.status === 'open' ? deal.expectedClose : deal.closedAt && toDay(new Date(deal.closedAt));
  if (!day) return null;
  const late = deal.status === 'open' && day < today();
  const meaning = deal.status === 'open' ? t(late ? 'board.overdue' : 'fields.expectedClose') : t('fields.closedAt');
  return (
    <time dateTime={day} title={`${meaning}: ${formatDay(day)}`} className={classNames('relative z-1 text-xs tabular', late ? 'font-medium text-danger-ink' : 'text-muted')}>
      {formatDayRelative(day)}
    </time>
  );
}
