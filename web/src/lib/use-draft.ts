import { useCallback, useState } from 'react';
import { tabMemory } from './storage.js';

const PREFIX = 'draft:';

export function isDraft(key: string): boolean {
  return key.startsWith(PREFIX);
}

/** What was typed and is not saved yet, kept per tab: it survives the end of a session, a reload and a new build. */
export const drafts = {
  read: <T>(key: string): T | null => {
    try {
      return JSON.parse(tabMemory.get(PREFIX + key) ?? 'null') as T | null;
    } catch {
      return null;
    }
  },
  write: (key: string, draft: object) => tabMemory.set(PREFIX + key, JSON.stringify(draft)),
  remove: (key: string) => tabMemory.remove(PREFIX + key),
};

/**
 * What was typed into a form survives closing its dialog, until it is saved or thrown away.
 * const draft = useDraft('add-contact', empty); draft.set({ ...draft.value, name }); draft.clear() after saving.
 */
export function useDraft<T extends object>(key: string, initial: T): { value: T; dirty: boolean; set: (next: T) => void; clear: () => void } {
  const [stored, setStored] = useState<T | null>(() => drafts.read<T>(key));
  const set = useCallback((next: T) => {
    setStored(next);
    drafts.write(key, next);
  }, [key]);
  const clear = useCallback(() => {
    setStored(null);
    drafts.remove(key);
  }, [key]);
  const dirty = stored !== null && JSON.stringify(stored) !== JSON.stringify(initial);
  return { value: { ...initial, ...stored }, dirty, set, clear };
}
