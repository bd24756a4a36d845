import type { Virtualizer } from '@tanstack/react-virtual';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation('lists');
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
  useShortcut({ keys: 'j', label: t('keys.down'), group: 'list', run: () => step(1) }, count > 0);
  useShortcut({ keys: 'k', label: t('keys.up'), group: 'list', run: () => step(-1) }, count > 0);
  useShortcut({ keys: 'x', label: t('keys.select'), group: 'list', run: (event) => toggle(current, event.shiftKey) }, count > 0);
  useShortcut({ keys: 'space', label: t('keys.peek'), group: 'list' }, count > 0);
  useShortcut({ keys: 'e', label: t('keys.edit'), group: 'list', run: () => edit?.(current) }, count > 0 && edit !== undefined);
  useShortcut({ keys: 'enter', label: t('keys.open'), group: 'list' }, count > 0);
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys on a link or a check box inside the row are theirs.
    if (event.target !== event.currentTarget) return;
    const act = keyActions({ current, last, go, toggle, selectAll, open, peek })[nameOf(event)];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { active: current, takesFocus: wanted, onKeyDown, onFocus: (index: number) => { setActive(index); setWanted(false); } };
}

function keyActions({ current, last, go, toggle, selectAll, open, peek }: Omit<RowActions, 'count' | 'virtualizer' | 'edit'> & { current: number; last: number; go: (index: number) => void }): Record<string, () => void> {
  return {
    ArrowDown: () => go(current + 1),
    ArrowUp: () => go(current - 1),
    'Shift+ArrowDown': () => { toggle(current, false); go(current + 1); },
    'Shift+ArrowUp': () => { toggle(current, false); go(current - 1); },
    PageDown: () => go(current + PAGE),
    PageUp: () => go(current - PAGE),
    Home: () => go(0),
    End: () => go(last),
    Enter: () => open(current),
    ' ': () => peek(current),
    'Mod+a': selectAll,
  };
}

function nameOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): string {
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${shiftKey ? 'Shift+' : ''}${key}`;
}

function isWithinGrid(grid: Element | null): boolean {
  return grid?.contains(document.activeElement) ?? false;
}
