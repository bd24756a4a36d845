import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import type { CardParts, ListRow } from './list-column.js';
import { NextPage } from './next-page.js';
import { RowCells } from './row-cells.js';
import { isShownSelected, selectShown } from './select-shown.js';
import { TableHead } from './table-head.js';
import { TableRow } from './table-row.js';
import type { ListPages } from './use-list-pages.js';
import { gridTemplate, type ListTable } from './use-list-table.js';
import { useRowKeys } from './use-row-keys.js';
import { useVirtualRows } from './use-virtual-rows.js';

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
  /** Absent: the person may not. */
  onEdit: ((row: T) => void) | undefined;
}

const CARD_COLUMNS = '44px minmax(0, 1fr) auto';

export function DataTable<T extends ListRow>(props: DataTableProps<T>) {
  const { label, table, pages, sort, onSort } = props;
  const { t } = useTranslation('lists');
  const rows = table.getRowModel().rows;
  const view = useVirtualRows(rows.length, pages, sort);
  const template = gridTemplate(table);
  return (
    <div ref={view.scroller} onScroll={view.onScroll} aria-busy={pages.isPlaceholderData} className="min-h-0 flex-1 overflow-auto overscroll-contain">
      <div
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={pages.hasNextPage ? -1 : rows.length + 1}
        className={classNames('transition-opacity', pages.isPlaceholderData && 'opacity-60')}
        style={view.isPhone ? undefined : { minWidth: template.minWidth }}
      >
        {!view.isPhone && <TableHead table={table} sort={sort} onSort={onSort} />}
        <Rows {...props} view={view} columns={view.isPhone ? CARD_COLUMNS : template.gridTemplateColumns} />
      </div>
      <NextPage isFetching={pages.isFetchingNextPage} hasFailed={pages.isFetchNextPageError} onRetry={() => void pages.fetchNextPage()} label={t('loadingMore')} />
    </div>
  );
}

interface RowsProps<T extends ListRow> extends DataTableProps<T> {
  view: ReturnType<typeof useVirtualRows>;
  columns: string;
}

function Rows<T extends ListRow>({ table, view: { items, virtualizer, height, isPhone }, columns, titleOf, card, onOpen, onPeek, onEdit }: RowsProps<T>) {
  const rows = table.getRowModel().rows;
  const at = (act: (row: T) => void) => (index: number) => rows[index] && act(rows[index].original);
  const toggle = (index: number, range: boolean) => {
    const row = rows[index];
    row?.getToggleSelectedHandler()({ target: { checked: !row.getIsSelected() }, shiftKey: range });
  };
  const keys = useRowKeys({ count: rows.length, virtualizer, toggle, selectAll: () => isShownSelected(table) || selectShown(table), open: at(onOpen), peek: at(onPeek), edit: onEdit && at(onEdit) });
  return (
    <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {items.map(({ index, start }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <TableRow
            key={row.id} title={titleOf(row.original)} index={index} start={start} height={height} columns={columns}
            isSelected={row.getIsSelected()} isActive={index === keys.active} takesFocus={index === keys.active && keys.takesFocus}
            onToggle={row.getToggleSelectedHandler()} onOpen={() => onOpen(row.original)} onFocus={() => keys.onFocus(index)} onKeyDown={keys.onKeyDown}
          >
            <RowCells row={row} table={table} columns={columns} definitions={table.options.columns} isPhone={isPhone} card={card} />
          </TableRow>
        );
      })}
    </div>
  );
}
