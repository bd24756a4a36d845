import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/lib/format.js';
import type { ListKind } from './list-column.js';

/** "42 contacts", "1 000+ contacts": counting stops where nobody reads on. */
export function ListCount({ kind, count }: { kind: ListKind; count: { value: number; exact: boolean } | undefined }) {
  const { t } = useTranslation('lists');
  const number = count ? `${formatNumber(count.value)}${count.exact ? '' : '+'}` : '';
  return <footer className="flex h-8 shrink-0 items-center border-t border-subtle px-4 text-xs text-muted tabular" aria-live="polite">{count && t(`count.${kind}`, { count: count.value, number })}</footer>;
}
