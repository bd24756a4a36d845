import type { ListRow } from './list-column.js';
import type { ListTable } from './use-list-table.js';

/** One change takes at most this many records. */
export const MOST = 500;

export function isShownSelected<T extends ListRow>(table: ListTable<T>): boolean {
  const rows = table.getRowModel().rows;
  return rows.length > 0 && table.getSelectedRowModel().rows.length >= Math.min(rows.length, MOST);
}

/** All that are loaded, or none when they are marked already. */
export function selectShown<T extends ListRow>(table: ListTable<T>): void {
  const rows = isShownSelected(table) ? [] : table.getRowModel().rows.slice(0, MOST);
  table.setRowSelection(Object.fromEntries(rows.map((row) => [row.id, true as const])));
}
