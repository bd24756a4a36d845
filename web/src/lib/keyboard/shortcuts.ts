import { useEffect, useRef, useSyncExternalStore } from 'react';

export type ShortcutGroup = 'go' | 'act' | 'list' | 'record' | 'board' | 'app';

export interface Shortcut {
  /** "c", "?", "g d" (one after the other), "mod+k" (Ctrl, or Cmd on a Mac), "mod+enter". */
  keys: string;
  /** Shown in the help, in the person's language. */
  label: string;
  group: ShortcutGroup;
  /** Absent: the key is handled elsewhere, and only listed in the help. */
  run?: (event: KeyboardEvent) => void;
  /** Also while typing; only sensible with a modifier. */
  whileTyping?: boolean;
}

let registered: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

/** Registers a shortcut while the component is on the page. The one registered last wins. */
export function useShortcut(shortcut: Shortcut, active = true): void {
  const latest = useRef(shortcut);
  latest.current = shortcut;
  const { keys, label, group, whileTyping } = shortcut;
  const hasRun = shortcut.run !== undefined;
  useEffect(() => {
    if (!active) return;
    return register({
      keys,
      label,
      group,
      ...(whileTyping ? { whileTyping } : {}),
      ...(hasRun ? { run: (event: KeyboardEvent) => latest.current.run?.(event) } : {}),
    });
  }, [keys, label, group, whileTyping, hasRun, active]);
}

export function register(shortcut: Shortcut): () => void {
  replace([...registered, shortcut]);
  return () => replace(registered.filter((other) => other !== shortcut));
}

export function registeredShortcuts(): readonly Shortcut[] {
  return registered;
}

/** What works on this page right now, for the help. */
export function useRegisteredShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, registeredShortcuts);
}

function replace(next: readonly Shortcut[]): void {
  registered = next;
  listeners.forEach((listener) => listener());
}
