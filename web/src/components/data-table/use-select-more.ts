import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/lib/format.js';
import type { ListRow } from './list-column.js';
import type { ListPages } from './use-list-pages.js';
import { MOST } from './select-shown.js';
import type { ListTable } from './use-list-table.js';

/** "Select all 240": fetches the rest of what matches and marks it, up to what one change can take. */
export function useSelectMore<T extends ListRow>(pages: ListPages<T>, table: ListTable<T>): { label: string | null; select: () => void } {
  const { t } = useTranslation('lists');
  const [isSelecting, setSelecting] = useState(false);
  const { rows, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, count } = pages;
  const isEnough = rows.length >= MOST || !hasNextPage || isFetchNextPageError;
  useEffect(() => {
    if (!isSelecting || isFetchingNextPage) return;
    if (!isEnough) return void fetchNextPage();
    table.setRowSelection(Object.fromEntries(rows.slice(0, MOST).map((row) => [row.id, true as const])));
    setSelecting(false);
  }, [isSelecting, isEnough, isFetchingNextPage, fetchNextPage, rows, table]);
  const selected = table.getSelectedRowModel().rows.length;
  const all = count?.exact ? count.value : MOST + 1;
  if (selected >= Math.min(all, MOST) || selected < Math.min(rows.length, MOST)) return { label: null, select: () => undefined };
  return { label: all <= MOST ? t('selectAll', { number: formatNumber(all) }) : t('selectFirst', { number: formatNumber(MOST) }), select: () => setSelecting(true) };
}
