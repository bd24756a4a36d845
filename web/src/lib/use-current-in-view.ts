import { useEffect, useRef, type RefObject } from 'react';

const CURRENT = '[aria-current]:not([aria-current=false]), [aria-selected=true]';

/** For a row that is swiped when it is too long: what is current in it never hides beyond its edge. */
export function useCurrentInView<T extends HTMLElement>(current: unknown): RefObject<T | null> {
  const row = useRef<T>(null);
  useEffect(() => {
    const show = () => row.current?.querySelector(CURRENT)?.scrollIntoView({ block: 'nearest', inline: 'center' });
    show();
    // Letters of another font have other widths.
    void document.fonts?.ready.then(show);
  }, [current]);
  return row;
}
