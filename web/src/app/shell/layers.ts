import { useSyncExternalStore } from 'react';
import { collectEarlyKeys, dropEarlyKeys } from './early-keys.js';

/** Layers of the frame that can be opened from several places. One at a time. */
export type Layer = 'palette' | 'help' | 'menu';

let open: Layer | null = null;
const listeners = new Set<() => void>();

export function openLayer(layer: Layer): void {
  replace(layer);
}

export function closeLayer(): void {
  replace(null);
}

export function toggleLayer(layer: Layer): void {
  replace(open === layer ? null : layer);
}

export function useLayer(): Layer | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}

function replace(next: Layer | null): void {
  if (next === 'palette') collectEarlyKeys();
  else dropEarlyKeys();
  open = next;
  listeners.forEach((listener) => listener());
}
