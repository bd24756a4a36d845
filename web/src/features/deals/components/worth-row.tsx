import { useTranslation } from 'react-i18next';
import { ReadOnlyRow } from '@/components/record/field-row.js';
import { formatMoney } from '@/lib/format.js';
import type { Deal } from '@/features/deals/deal.js';

/** What an amount counts as in sums and in the order of amounts, unless that is what it says. */
export function WorthRow({ deal: { amount, worth, status } }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  if (!amount || (amount.currency === worth?.currency && amount.amount === worth.amount)) return null;
  return (
    <ReadOnlyRow label={t('worth.label')}>
      {worth ? <><span className="tabular">{formatMoney(worth)}</span> <span className="text-muted">{t(status === 'open' ? 'worth.today' : 'worth.closed')}</span></> : <span className="text-muted">{t('worth.none', { currency: amount.currency })}</span>}
    </ReadOnlyRow>
  );
}
