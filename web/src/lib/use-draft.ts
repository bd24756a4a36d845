import { useCallback, useState } from 'react';
import { tabMemory } from './storage.js';

const PREFIX = 'draft:';

export function isDraft(key: string): boolean {
  return key.startsWith(PREFIX);
}

/**
 * What was typed into a form survives closing its dialog, until it is saved or thrown away. Kept per tab.
 * const draft = useDraft('add-contact', empty); draft.set({ ...draft.value, name }); draft.clear() after saving.
 */
export function useDraft<T extends object>(key: string, initial: T): { value: T; dirty: boolean; set: (next: T) => void; clear: () => void } {
  const name = `${PREFIX}${key}`;
  const [stored, setStored] = useState<T | null>(() => read<T>(name));
  const set = useCallback((next: T) => {
    setStored(next);
    tabMemory.set(name, JSON.stringify(next));
  }, [name]);
  const clear = useCallback(() => {
    setStored(null);
    tabMemory.remove(name);
  }, [name]);
  const dirty = stored !== null && JSON.stringify(stored) !== JSON.stringify(initial);
  return { value: { ...initial, ...stored }, dirty, set, clear };
}

function read<T>(name: string): T | null {
  try {
    return JSON.parse(tabMemory.get(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
