import { useEffect, useRef } from 'react';

/** Gives the focus back to where it was in the moment in which a layer closes: the next key is often pressed before the next frame is drawn. */
export function useReturnFocus(isOpen: boolean): void {
  const opener = useRef<Element | null>(null);
  if (isOpen) opener.current ??= document.activeElement;
  useEffect(() => {
    if (isOpen) return;
    const target = opener.current;
    opener.current = null;
    // The layer itself goes in the same task, right after this.
    queueMicrotask(() => {
      if (target instanceof HTMLElement && target.isConnected && document.activeElement === document.body) target.focus();
    });
  }, [isOpen]);
}
