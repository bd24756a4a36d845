import { Suspense, useEffect, useRef } from 'react';
import { lazyPart } from '@/lib/code/lazy-part.js';
import { useLayer } from './layers.js';

const Palette = lazyPart(() => import('@/app/palette/palette.js'), 'Palette');
const ShortcutHelp = lazyPart(() => import('./shortcut-help.js'), 'ShortcutHelp');

/** Late enough to leave the network to the page, early enough for the first Ctrl+K. */
const PALETTE_AFTER_MS = 1000;

/** Their code comes when they are first opened; from then on they stay, so that closing can give the focus back. */
export function LazyLayers() {
  const layer = useLayer();
  const used = useRef(new Set<string>());
  if (layer) used.current.add(layer);
  // What a person types right after Ctrl+K has to land in the palette, so that its code is there before.
  useEffect(() => {
    const timer = setTimeout(() => void Palette.preload(), PALETTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense>
      {used.current.has('palette') && <Palette />}
      {used.current.has('help') && <ShortcutHelp />}
    </Suspense>
  );
}
