import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Filter } from '@/lib/filter/filter.js';
import { boardQuery } from '@/features/deals/api/board-query.js';
import { wholeMoney } from '@/features/deals/whole-money.js';

/** What is open in the whole pipeline. */
export function BoardTotals({ pipelineId, filter }: { pipelineId: string; filter: Filter | undefined }) {
  const { t } = useTranslation('deals');
  const { data } = useQuery(boardQuery(pipelineId, filter));
  if (!data) return null;
  const open = data.columns.filter(({ stage }) => stage.type === 'open');
  const total = (value: (column: (typeof open)[number]) => number) => open.reduce((sum, column) => sum + value(column), 0);
  const money = (amount: number) => wholeMoney({ amount: String(amount), currency: data.currency });
  return (
    <p className="flex gap-2 text-xs text-muted tabular max-md:hidden">
      <span>{t('board.open', { count: total(({ count }) => count) })}</span>
      <span>{t('board.totals', { sum: money(total(({ sum }) => Number(sum.amount))), weighted: money(total(({ weightedSum }) => Number(weightedSum.amount))) })}</span>
    </p>
  );
}
