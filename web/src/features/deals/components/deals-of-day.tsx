import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api/api-types.js';
import { classNames } from '@/lib/class-names.js';
import { formatNumber } from '@/lib/format.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import { useSession } from '@/lib/session/session.js';
import { ALL_PIPELINES } from '@/features/deals/hooks/use-deals-address.js';
import { useMoves } from '@/features/deals/hooks/use-moves.js';
import { type DealPart, filterOf } from '@/features/deals/part-of-day.js';
import { DealOfDay } from './deal-of-day.js';
import { MoveOutcome } from './move-outcome.js';

type Deals = Schemas['MyDay']['deals'];

const parts: readonly DealPart[] = ['overdue', 'closing', 'withoutNextStep', 'standing'];

/** The person's open deals that ask for something, each once and with its next act. */
export function DealsOfDay({ deals }: { deals: Deals }) {
  const { t } = useTranslation('myDay');
  const moves = useMoves();
  const userId = useSession().user.id;
  const { all: pipelines } = usePipelines();
  return (
    <div className="min-w-0">
      {parts.filter((part) => deals[part].items.length > 0).map((part) => {
        const { items, more } = deals[part];
        const title = t(`deals.${part}`);
        const filter = filterOf(part, userId, pipelines);
        return (
          <section key={part} className="pt-5">
            <h2 className={classNames('flex items-baseline gap-2 border-b border-subtle px-4 pb-1.5 text-sm max-md:px-3', part === 'overdue' && 'text-danger-ink')}>
              {title}<span className="text-xs font-normal text-muted tabular">{formatNumber(items.length)}{more && '+'}</span>
            </h2>
            <ul aria-label={title}>
              {items.map((deal) => <DealOfDay key={deal.id} deal={deal} part={part} moves={moves} />)}
            </ul>
            {more && filter && (
              <Link to="/deals" search={{ view: 'table', pipeline: ALL_PIPELINES, filter }} className="mx-4 mt-2 inline-block rounded-sm text-sm text-accent-ink hover:underline max-md:mx-3 touch:py-3">
                {t('deals.all')}
              </Link>
            )}
          </section>
        );
      })}
      <MoveOutcome moves={moves} />
    </div>
  );
}
