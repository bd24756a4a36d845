import { useSyncExternalStore } from 'react';

let waiting = 0;
const listeners = new Set<() => void>();

/** Whether something that the person asked for waits until the server can be reached again. */
export function useIsWaiting(): boolean {
  return useSyncExternalStore(subscribe, () => waiting > 0);
}

/** Resolves when another try is worth it: the network came back, or time went by, longer each time. */
export async function nextChance(attempt: number): Promise<void> {
  change(1);
  try {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(go, Math.min(1_000 * 2 ** attempt, 5_000));
      window.addEventListener('online', go);
      function go(): void {
        clearTimeout(timer);
        window.removeEventListener('online', go);
        resolve();
      }
    });
  } finally {
    change(-1);
  }
}

function change(by: number): void {
  waiting += by;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
