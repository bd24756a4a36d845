import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { PaletteItem } from './palette-item.js';

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

/** Arrows move, Enter chooses. Enter before the hits are there means the first of them, not whatever stands there now. */
export function usePaletteKeys(items: PaletteItem[], isSettled: boolean, choose: (item: PaletteItem) => void) {
  const [active, setActive] = useState(0);
  const awaitsHits = useRef(false);
  const index = Math.min(active, items.length - 1);
  useEffect(() => {
    if (!isSettled || !awaitsHits.current) return;
    awaitsHits.current = false;
    if (items[0]) choose(items[0]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(next(index, step, items.length));
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (!isSettled) awaitsHits.current = true;
      else if (items[index]) choose(items[index]);
    }
  };
  const restart = () => {
    setActive(0);
    awaitsHits.current = false;
  };
  return { current: items[index], onKeyDown, restart, point: (item: PaletteItem) => setActive(items.indexOf(item)) };
}

/** One step wraps around; a page stops at the end. */
function next(index: number, step: number, length: number): number {
  if (length === 0) return 0;
  return Math.abs(step) === 1 ? (index + step + length) % length : Math.min(Math.max(index + step, 0), length - 1);
}
