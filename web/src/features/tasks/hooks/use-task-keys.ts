import { useShortcut } from '@/lib/keyboard/shortcuts.js';
import type { Task } from '../task.js';

/** J and K walk through every row of the page, D completes the one that has the focus. */
export function useTaskKeys(tasks: readonly Task[], act: { toggle: (task: Task) => void; open: (task: Task) => void }): void {
  const withFocused = (run: (task: Task) => void) => {
    const task = tasks.find(({ id }) => id === focusedRow());
    if (task) run(task);
  };
  useShortcut('nextRow', () => moveFocus(1));
  useShortcut('previousRow', () => moveFocus(-1));
  useShortcut('completeTask', () => withFocused((task) => completeAndMove(task, act.toggle)));
  useShortcut('editRow', () => withFocused(act.open));
  useShortcut('openRow');
}

/** Arrow keys inside a list. */
export function moveByArrow(event: { key: string; preventDefault: () => void }): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  moveFocus(event.key === 'ArrowDown' ? 1 : -1);
}

function completeAndMove(task: Task, toggle: (task: Task) => void): void {
  moveFocus(1);
  toggle(task);
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main [data-row]')];
}

function focusedRow(): string | undefined {
  const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]');
  return row?.dataset['row'];
}

function moveFocus(step: number): void {
  const all = rows();
  const index = all.findIndex((row) => row.dataset['row'] === focusedRow());
  all[Math.min(Math.max(index + step, 0), all.length - 1)]?.focus();
}
