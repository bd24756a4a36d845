export type ShortcutGroup = 'go' | 'act' | 'list' | 'record' | 'board' | 'app';

export interface Shortcut {
  /** "c", "?", "g d" (one after the other), "mod+k" (Ctrl, or Cmd on a Mac), "mod+enter". */
  keys: string;
  group: ShortcutGroup;
  /** Also while typing; only sensible with a modifier. */
  whileTyping?: true;
}

/** Every shortcut of the app, once: buttons, tooltips, the help, the palette and whoever listens read it here. Their words are `shell:keys`. */
export const shortcuts = {
  palette: { keys: 'mod+k', group: 'app', whileTyping: true },
  help: { keys: '?', group: 'app' },
  closeLayer: { keys: 'escape', group: 'app' },
  goMyDay: { keys: 'g m', group: 'go' },
  goContacts: { keys: 'g c', group: 'go' },
  goCompanies: { keys: 'g o', group: 'go' },
  goDeals: { keys: 'g d', group: 'go' },
  goTasks: { keys: 'g t', group: 'go' },
  add: { keys: 'c', group: 'act' },
  save: { keys: 'mod+enter', group: 'act', whileTyping: true },
  undo: { keys: 'mod+z', group: 'act' },
  nextRow: { keys: 'j', group: 'list' },
  previousRow: { keys: 'k', group: 'list' },
  openRow: { keys: 'enter', group: 'list' },
  peekRow: { keys: 'space', group: 'list' },
  editRow: { keys: 'e', group: 'list' },
  selectRow: { keys: 'x', group: 'list' },
  selectAll: { keys: 'mod+a', group: 'list' },
  clearSelection: { keys: 'escape', group: 'list' },
  completeTask: { keys: 'd', group: 'list' },
  filter: { keys: '/', group: 'list' },
  editFirst: { keys: 'e', group: 'record' },
  saveField: { keys: 'enter', group: 'record' },
  revertField: { keys: 'escape', group: 'record' },
  nextField: { keys: 'tab', group: 'record' },
  liftCard: { keys: 'space', group: 'board' },
  walkCards: { keys: 'arrowleft arrowup arrowdown arrowright', group: 'board' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

export function shortcutOf(id: ShortcutId): Shortcut {
  return shortcuts[id];
}
