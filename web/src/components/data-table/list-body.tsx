import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusedFilter, RefusedFilter } from '@/components/filters/refused-filter.js';
import { Button } from '@/components/ui/button.js';
import { EmptyState } from '@/components/ui/empty-state.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { DataTable, type DataTableProps } from './data-table.js';
import type { ListRow } from './list-column.js';

interface ListBodyProps<T extends ListRow> extends DataTableProps<T> {
  empty: ReactNode;
  isFiltered: boolean;
  onClearFilter: () => void;
  /** No filter, the usual order. */
  onReset: () => void;
}

/** The list, or why there is none. */
export function ListBody<T extends ListRow>({ empty, isFiltered, onClearFilter, onReset, ...table }: ListBodyProps<T>) {
  const { t } = useTranslation('lists');
  const { pages } = table;
  if (pages.isPending) return <div className="min-h-0 flex-1 overflow-hidden"><SkeletonRows rows={14} /></div>;
  if (isRefusedFilter(pages.error) && pages.rows.length === 0) return <RefusedFilter error={pages.error} action={<Button variant="primary" onPress={onReset}>{t('showEverything')}</Button>} />;
  if (pages.error && pages.rows.length === 0) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.rows.length > 0) return <DataTable {...table} />;
  if (!isFiltered) return <div className="flex min-h-0 flex-1 overflow-auto">{empty}</div>;
  return <EmptyState icon={SearchX} title={t('noMatch')} action={<Button variant="primary" onPress={onClearFilter}>{t('clearFilters')}</Button>}>{t('noMatchText')}</EmptyState>;
}
