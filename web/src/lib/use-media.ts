import { useSyncExternalStore } from 'react';

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Below this width lists are cards, the sidebar is a drawer and a bar stands at the bottom. */
export function useIsPhone(): boolean {
  return useMedia('(max-width: 767.98px)');
}
