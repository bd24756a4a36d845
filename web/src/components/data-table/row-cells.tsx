import type { Row } from '@tanstack/react-table';
import { memo } from 'react';
import type { CardParts, ListRow } from './list-column.js';
import { CardCells, TableCell } from './table-row.js';
import { metaOf, type Features, type ListTable } from './use-list-table.js';

interface RowCellsProps<T extends ListRow> {
  row: Row<Features, T>;
  table: ListTable<T>;
  /** Changes when columns come or go. */
  columns: string;
  /** What the columns are made of; another language makes new ones. */
  definitions: unknown;
  isPhone: boolean;
  card: (row: T) => CardParts;
}

function Cells<T extends ListRow>({ row, table, isPhone, card }: RowCellsProps<T>) {
  const cells = row.getVisibleCells();
  if (isPhone) return <CardCells name={cells[0] && <table.FlexRender cell={cells[0]} />} {...card(row.original)} />;
  return cells.map((cell, place) => <TableCell key={cell.id} align={metaOf(cell.column).align} isFirst={place === 0}><table.FlexRender cell={cell} /></TableCell>);
}

/** Scrolling draws rows many times a second; what stands in them is drawn again only when the record or the columns change. */
export const RowCells = memo(Cells, (before, after) =>
  before.row.original === after.row.original && before.columns === after.columns && before.definitions === after.definitions && before.isPhone === after.isPhone) as typeof Cells;
