import { useCallback, useState } from 'react';
import { deviceMemory } from './storage.js';

/** State that a person expects to find again on this device: widths, columns, a folded sidebar. */
export function useStoredState<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(key, initial));
  const store = useCallback((next: T) => {
    setValue(next);
    deviceMemory.set(key, JSON.stringify(next));
  }, [key]);
  return [value, store];
}

function read<T>(key: string, initial: T): T {
  try {
    const stored = deviceMemory.get(key);
    return stored === null ? initial : (JSON.parse(stored) as T);
  } catch {
    return initial;
  }
}
