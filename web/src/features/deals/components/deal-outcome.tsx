import { useTranslation } from 'react-i18next';
import { formatInstant, formatRelative } from '@/lib/format.js';
import { useLostReasons } from '@/lib/sales/lost-reasons.js';
import type { Deal } from '@/features/deals/deal.js';

/** How it ended, and why. */
export function DealOutcome({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const reasons = useLostReasons();
  if (deal.status === 'open' || !deal.closedAt) return null;
  const when = formatRelative(deal.closedAt);
  const reason = [reasons.byId(deal.lostReasonId)?.name, deal.lostReasonText].filter(Boolean).join(' · ');
  const text = deal.status === 'won' ? t('page.wonWhen', { when }) : reason ? t('page.lostBecause', { when, reason }) : t('page.lostPlain', { when });
  return <p title={formatInstant(deal.closedAt)} className={`shrink-0 border-b border-subtle px-4 py-2 text-sm ${deal.status === 'won' ? 'bg-success-soft text-success-ink' : 'bg-danger-soft text-danger-ink'}`}>{text}</p>;
}
