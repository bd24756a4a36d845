import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** After a change of page the focus goes to its heading, where the eyes are; a page that focuses something itself keeps it. */
export function FocusOnNavigation() {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    const first = last.current === undefined;
    last.current = pathname;
    if (!first) focusHeading();
  }, [pathname]);
  return null;
}

function focusHeading(): void {
  const active = document.activeElement;
  const main = document.querySelector('main');
  if (!main || (active && active !== document.body && main.contains(active))) return;
  const target = main.querySelector<HTMLElement>('h1') ?? main;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
