import type { ColumnVisibilityState } from '@tanstack/react-table';
import { useCallback, useMemo } from 'react';
import { useStoredState } from '@/lib/use-stored-state.js';
import type { ListColumn } from './list-column.js';

/** Which columns are shown, remembered on this device for each list. */
export function useColumns<T>(list: string, columns: readonly ListColumn<T>[]) {
  const [chosen, setChosen] = useStoredState<Record<string, boolean>>(`columns:${list}`, {});
  const visibility = useMemo<ColumnVisibilityState>(
    () => Object.fromEntries(columns.map(({ id, hidden }, index) => [id, index === 0 || (chosen[id] ?? !hidden)])),
    [columns, chosen],
  );
  const toggle = useCallback((id: string) => setChosen({ ...chosen, [id]: !visibility[id] }), [chosen, setChosen, visibility]);
  return { visibility, toggle };
}
