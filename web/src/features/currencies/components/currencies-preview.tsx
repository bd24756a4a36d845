import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowRight, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDecimal, formatMoney } from '@/lib/format.js';
import { useDebounced } from '@/lib/use-debounced.js';
import { type CurrenciesChoice, type CurrenciesPreview as Preview, previewQuery } from '@/features/currencies/api/preview-currencies.js';

const DELAY_MILLISECONDS = 300;

/** What saving would change, as the server counts it. */
export function CurrenciesPreview({ choice, current }: { choice: CurrenciesChoice; current: string }) {
  const { t } = useTranslation('currencies');
  const heading = useId();
  const asked = JSON.parse(useDebounced(JSON.stringify(choice), DELAY_MILLISECONDS)) as CurrenciesChoice;
  const { data } = useQuery({ ...previewQuery(asked), placeholderData: keepPreviousData });
  if (!data) return null;
  const { open, closed, currencies } = data;
  const rate = currencies.rates.find(({ currency }) => currency === current)?.rate;
  const converted = currencies.defaultCurrency !== current && rate;
  return (
    <section aria-labelledby={heading} aria-live="polite" className="mt-4 rounded-md border border-subtle bg-surface p-3 text-sm">
      <h2 id={heading} className="text-sm font-medium">{t('preview.title')}</h2>
      <dl className="mt-2 flex flex-col gap-2">
        <Change label={t('preview.open', { count: open.count })} change={open} hint={t('preview.openHint')} />
        <Change label={t('preview.closed', { count: closed.count })} change={closed} hint={converted ? t('preview.convertedHint', { from: current, rate: formatDecimal(rate), to: currencies.defaultCurrency }) : t('preview.closedHint')} />
      </dl>
    </section>
  );
}

function Change({ label, change: { before, after, missingAfter }, hint }: { label: string; change: Preview['open']; hint: string }) {
  const { t } = useTranslation('currencies');
  const same = before.amount === after.amount && before.currency === after.currency;
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-4">
      <dt>{label}</dt>
      <dd className="flex flex-wrap justify-end gap-x-1.5 tabular">
        {!same && <><span className="text-muted">{formatMoney(before)}</span><ArrowRight role="img" aria-label={t('preview.becomes')} className="size-3 self-center text-muted rtl:rotate-180" /></>}
        <span className="font-medium">{formatMoney(after)}</span>
      </dd>
      <dd className="col-span-2 text-xs text-muted">{hint}</dd>
      {missingAfter.length > 0 && (
        <dd className="col-span-2 mt-0.5 flex items-center gap-1 text-xs text-warning-ink"><TriangleAlert aria-hidden className="size-3 shrink-0" />{t('preview.missing', { currencies: missingAfter.join(', ') })}</dd>
      )}
    </div>
  );
}
