import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import type { ListRow } from './list-column.js';
import { RowCheck } from './row-check.js';
import { ariaSort, nextSort } from './sorting.js';
import { isShownSelected, selectShown } from './select-shown.js';
import { gridTemplate, metaOf, type ListTable } from './use-list-table.js';

interface TableHeadProps<T extends ListRow> {
  table: ListTable<T>;
  sort: string;
  onSort: (sort: string) => void;
}

export function TableHead<T extends ListRow>({ table, sort, onSort }: TableHeadProps<T>) {
  const { t } = useTranslation('lists');
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-subtle bg-canvas">
      <div role="row" aria-rowindex={1} className="grid h-8 text-xs text-muted" style={gridTemplate(table)}>
        <div role="columnheader" className="sticky start-0 z-10 bg-canvas">
          <RowCheck
            label={t('selectAllShown')}
            isSelected={isShownSelected(table)}
            isIndeterminate={table.getIsSomeRowsSelected() && !isShownSelected(table)}
            onToggle={() => selectShown(table)}
          />
        </div>
        {table.getVisibleLeafColumns().map((column, index) => {
          const { sort: field, align } = metaOf(column);
          const order = ariaSort(sort, field);
          const label = String(column.columnDef.header);
          return (
            <div
              key={column.id}
              role="columnheader"
              {...(order ? { 'aria-sort': order } : {})}
              className={classNames('flex min-w-0 items-center', align === 'end' && 'justify-end', index === 0 && 'sticky start-10 z-10 border-e border-subtle bg-canvas')}
            >
              {field ? <SortButton label={label} order={order} isAtEnd={align === 'end'} onPress={() => onSort(nextSort(sort, field))} /> : <span className="truncate px-2">{label}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface SortButtonProps {
  label: string;
  order: ReturnType<typeof ariaSort>;
  /** Its values end at the end of the column, and so does the label. */
  isAtEnd: boolean;
  onPress: () => void;
}

function SortButton({ label, order, isAtEnd, onPress }: SortButtonProps) {
  const Arrow = order === 'descending' ? ArrowDown : ArrowUp;
  const isSorted = order === 'ascending' || order === 'descending';
  return (
    <button type="button" onClick={onPress} className={classNames('group inline-flex h-7 min-w-0 items-center gap-1 rounded-control px-2 font-medium outline-none hover:bg-hover hover:text-ink focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent', isSorted && 'text-ink', isAtEnd && 'flex-row-reverse')}>
      <span className="truncate">{label}</span>
      <Arrow aria-hidden className={classNames('size-3 shrink-0', !isSorted && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60')} />
    </button>
  );
}
