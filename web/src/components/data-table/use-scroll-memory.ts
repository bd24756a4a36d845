import { useLocation } from '@tanstack/react-router';

const offsets = new Map<string, number>();

/** Coming back to a list finds it where it was left; another filter or order starts at the top. */
export function useScrollMemory(sort: string): { key: string; initial: number; remember: (offset: number) => void } {
  const { pathname, search } = useLocation();
  const key = `${pathname}|${sort}|${JSON.stringify((search as { filter?: unknown }).filter)}`;
  return { key, initial: offsets.get(key) ?? 0, remember: (offset) => offsets.set(key, offset) };
}
