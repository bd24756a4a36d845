import type { Virtualizer } from '@tanstack/react-virtual';
import { useState, type KeyboardEvent } from 'react';
import { nameOf } from '@/lib/keyboard/pressed.js';
import { shortcuts } from '@/lib/keyboard/shortcut-table.js';
import { useShortcut } from '@/lib/keyboard/shortcuts.js';

interface RowActions {
  count: number;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  toggle: (index: number, range: boolean) => void;
  selectAll: () => void;
  open: (index: number) => void;
  peek: (index: number) => void;
  /** Absent: the person may not. */
  edit: ((index: number) => void) | undefined;
}

const PAGE = 10;

/** J K and arrows walk the rows, X marks (Shift: up to there), Space peeks, Enter opens, E edits. */
export function useRowKeys({ count, virtualizer, toggle, selectAll, open, peek, edit }: RowActions) {
  const [active, setActive] = useState(0);
  const [wanted, setWanted] = useState(false);
  const last = count - 1;
  const current = Math.max(0, Math.min(active, last));
  const go = (index: number) => {
    if (count === 0) return;
    const next = Math.max(0, Math.min(index, last));
    setActive(next);
    setWanted(true);
    virtualizer.scrollToIndex(next);
  };
  const step = (by: number) => go(wanted || isWithinGrid(virtualizer.scrollElement) ? current + by : current);
  const hasRows = count > 0;
  useShortcut('nextRow', () => step(1), hasRows);
  useShortcut('previousRow', () => step(-1), hasRows);
  useShortcut('selectRow', (event) => toggle(current, event.shiftKey), hasRows);
  useShortcut('editRow', () => edit?.(current), hasRows && edit !== undefined);
  useShortcut('openRow', undefined, hasRows);
  useShortcut('peekRow', undefined, hasRows);
  useShortcut('selectAll', undefined, hasRows);
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys on a link or a check box inside the row are theirs.
    if (event.target !== event.currentTarget) return;
    const act = keyActions({ current, last, go, toggle, selectAll, open, peek })[withShift(event)];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { active: current, takesFocus: wanted, onKeyDown, onFocus: (index: number) => { setActive(index); setWanted(false); } };
}

function keyActions({ current, last, go, toggle, selectAll, open, peek }: Omit<RowActions, 'count' | 'virtualizer' | 'edit'> & { current: number; last: number; go: (index: number) => void }): Record<string, () => void> {
  return {
    arrowdown: () => go(current + 1),
    arrowup: () => go(current - 1),
    'shift+arrowdown': () => { toggle(current, false); go(current + 1); },
    'shift+arrowup': () => { toggle(current, false); go(current - 1); },
    pagedown: () => go(current + PAGE),
    pageup: () => go(current - PAGE),
    home: () => go(0),
    end: () => go(last),
    [shortcuts.openRow.keys]: () => open(current),
    [shortcuts.peekRow.keys]: () => peek(current),
    [shortcuts.selectAll.keys]: selectAll,
  };
}

/** Keys that are no signs tell whether Shift is held. */
function withShift(event: KeyboardEvent): string {
  return event.shiftKey && !event.ctrlKey && !event.metaKey ? `shift+${nameOf(event)}` : nameOf(event);
}

function isWithinGrid(grid: Element | null): boolean {
  return grid?.contains(document.activeElement) ?? false;
}
