import { useEffect, useRef, type RefObject } from 'react';

const AHEAD = '400px';

/** Calls when the element comes into view, or nearly, and again after each render while it stays there. */
export function useSeen(onSeen: () => void): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onSeen);
  latest.current = onSeen;
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: AHEAD });
    observer.observe(element.current);
    return () => observer.disconnect();
  });
  return element;
}
