import { columnVisibilityFeature, rowSelectionFeature, tableFeatures, useTable, type ColumnDef, type ReactTable, type RowSelectionState } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { ListColumn, ListRow } from './list-column.js';
import { useColumns } from './use-columns.js';

interface Meta {
  width: number;
  sort?: string | undefined;
  align: 'start' | 'end';
}

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, columnMeta: {} as Meta });
export type Features = typeof features;
export type ListTable<T extends ListRow> = ReactTable<Features, T> & { toggleColumn: (id: string) => void };

/** Columns and selection of a list. Sorting, filtering and paging are the server's. */
export function useListTable<T extends ListRow>(list: string, columns: readonly ListColumn<T>[], rows: T[]): ListTable<T> {
  const { visibility, toggle } = useColumns(list, columns);
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const definitions = useMemo(() => columns.map(toDefinition), [columns]);
  const table = useTable<Features, T>({
    features,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.id,
    state: { columnVisibility: visibility, rowSelection },
    onRowSelectionChange: setRowSelection,
  });
  return Object.assign(table, { toggleColumn: toggle });
}

function toDefinition<T extends ListRow>({ id, label, width, sort, align = 'start', cell }: ListColumn<T>): ColumnDef<Features, T> {
  return { id, header: label, meta: { width, sort, align }, cell: ({ row }) => cell(row.original) };
}

export function metaOf(column: { columnDef: { meta?: Meta } }): Meta {
  return column.columnDef.meta ?? { width: 120, align: 'start' };
}

/** The check box, then the name, then the rest. */
export function gridTemplate<T extends ListRow>(table: ListTable<T>): { gridTemplateColumns: string; minWidth: number } {
  const [first, ...others] = table.getVisibleLeafColumns().map((column) => metaOf(column).width);
  const widths = [first ?? 200, ...others];
  return {
    gridTemplateColumns: ['40px', `minmax(${widths[0]}px, 1fr)`, ...others.map((width) => `${width}px`)].join(' '),
    minWidth: 40 + widths.reduce((sum, width) => sum + width, 0),
  };
}
