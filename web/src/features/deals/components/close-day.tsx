import { classNames } from '@/lib/class-names.js';
import { formatDay, today } from '@/lib/format.js';
import type { Deal } from '@/features/deals/deal.js';

/** Red when the day is past and the deal is still open. */
export function CloseDay({ deal }: { deal: Deal }) {
  if (!deal.expectedClose) return null;
  const late = deal.status === 'open' && deal.expectedClose < today();
  return <span className={classNames('tabular', late && 'font-medium text-danger-ink')}>{formatDay(deal.expectedClose)}</span>;
}
