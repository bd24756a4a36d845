import { shortcutOf, type ShortcutId } from './shortcut-table.js';

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Whether this key, with what is held down beside it, is the shortcut; for parts of the page that listen themselves. */
export function pressed(event: KeyPress, id: ShortcutId): boolean {
  return nameOf(event) === shortcutOf(id).keys;
}

/** "mod+shift+z", "c", "?". Shift is part of the sign for signs, and named for letters with a modifier. */
export function nameOf({ key: pressedKey, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const key = pressedKey === ' ' ? 'space' : pressedKey.toLowerCase();
  if (!ctrlKey && !metaKey && !altKey) return key;
  return [(ctrlKey || metaKey) && 'mod', altKey && 'alt', shiftKey && 'shift', key].filter(Boolean).join('+');
}
