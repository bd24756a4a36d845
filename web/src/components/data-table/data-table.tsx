import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone, useMedia } from '@/lib/use-media.js';
import type { CardParts, ListRow } from './list-column.js';
import { NextPage } from './next-page.js';
import { TableHead } from './table-head.js';
import { CardCells, TableCell, TableRow } from './table-row.js';
import type { ListPages } from './use-list-pages.js';
import { gridTemplate, metaOf, type ListTable } from './use-list-table.js';
import { useRowKeys } from './use-row-keys.js';
import { useScrollMemory } from './use-scroll-memory.js';

export interface DataTableProps<T extends ListRow> {
  label: string;
  table: ListTable<T>;
  pages: ListPages<T>;
  sort: string;
  onSort: (sort: string) => void;
  titleOf: (row: T) => string;
  card: (row: T) => CardParts;
  onOpen: (row: T) => void;
  onPeek: (row: T) => void;
}

const ROW = 36;
const CARD = 60;
const CARD_COLUMNS = '44px minmax(0, 1fr) auto';
/** Rows before the end at which the next page is asked for. */
const AHEAD = 30;

export function DataTable<T extends ListRow>({ label, table, pages, sort, onSort, titleOf, card, onOpen, onPeek }: DataTableProps<T>) {
  const { t } = useTranslation('lists');
  const scroller = useRef<HTMLDivElement>(null);
  const isPhone = useIsPhone();
  const isTouch = useMedia('(pointer: coarse)');
  const rows = table.getRowModel().rows;
  const height = isPhone ? CARD : isTouch ? 44 : ROW;
  const memory = useScrollMemory(sort);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: memory.initial,
    scrollPaddingStart: isPhone ? 0 : 33,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError && lastShown >= rows.length - AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, lastShown, rows.length]);
  const toggle = (index: number, range: boolean) => {
    const row = rows[index];
    row?.getToggleSelectedHandler()({ target: { checked: !row.getIsSelected() }, shiftKey: range });
  };
  const at = (act: (row: T) => void) => (index: number) => {
    const row = rows[index];
    if (row) act(row.original);
  };
  const keys = useRowKeys({ count: rows.length, virtualizer, toggle, selectAll: () => table.toggleAllRowsSelected(true), open: at(onOpen), peek: at(onPeek) });
  const template = gridTemplate(table);
  return (
    <div ref={scroller} onScroll={(event) => memory.remember(event.currentTarget.scrollTop)} className="min-h-0 flex-1 overflow-auto overscroll-contain" aria-busy={pages.isPlaceholderData}>
      <div
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={pages.hasNextPage ? -1 : rows.length + 1}
        className={pages.isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}
        style={isPhone ? undefined : { minWidth: template.minWidth }}
      >
        {!isPhone && <TableHead table={table} sort={sort} onSort={onSort} />}
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            const cells = row.getVisibleCells();
            return (
              <TableRow
                key={row.id}
                title={titleOf(row.original)}
                index={item.index}
                start={item.start}
                height={height}
                columns={isPhone ? CARD_COLUMNS : template.gridTemplateColumns}
                isSelected={row.getIsSelected()}
                isActive={item.index === keys.active}
                takesFocus={item.index === keys.active && keys.takesFocus}
                onToggle={row.getToggleSelectedHandler()}
                onOpen={() => onOpen(row.original)}
                onFocus={() => keys.onFocus(item.index)}
                onKeyDown={keys.onKeyDown}
              >
                {isPhone
                  ? <CardCells name={cells[0] && <table.FlexRender cell={cells[0]} />} {...card(row.original)} />
                  : cells.map((cell, index) => <TableCell key={cell.id} align={metaOf(cell.column).align} isFirst={index === 0}><table.FlexRender cell={cell} /></TableCell>)}
              </TableRow>
            );
          })}
        </div>
      </div>
      <NextPage isFetching={isFetchingNextPage} hasFailed={isFetchNextPageError} onRetry={() => void fetchNextPage()} label={t('loadingMore')} />
    </div>
  );
}
