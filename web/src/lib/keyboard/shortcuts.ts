import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ShortcutId } from './shortcut-table.js';

export interface Registered {
  id: ShortcutId;
  /** Absent: a part of the page listens itself; the key is only listed in the help. */
  run?: (event: KeyboardEvent) => void;
}

let registered: readonly Registered[] = [];
const listeners = new Set<() => void>();

/** Offers a shortcut while the component is on the page. Of two with the same keys the one registered last wins. */
export function useShortcut(id: ShortcutId, run?: (event: KeyboardEvent) => void, active = true): void {
  const latest = useRef(run);
  latest.current = run;
  const hasRun = run !== undefined;
  useEffect(() => {
    if (!active) return;
    return register({ id, ...(hasRun ? { run: (event: KeyboardEvent) => latest.current?.(event) } : {}) });
  }, [id, hasRun, active]);
}

function register(shortcut: Registered): () => void {
  replace([...registered, shortcut]);
  return () => replace(registered.filter((other) => other !== shortcut));
}

export function registeredShortcuts(): readonly Registered[] {
  return registered;
}

/** What works on this page right now, for the help. */
export function useRegisteredShortcuts(): readonly Registered[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, registeredShortcuts);
}

function replace(next: readonly Registered[]): void {
  registered = next;
  listeners.forEach((listener) => listener());
}
