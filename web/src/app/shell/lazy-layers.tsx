import { lazy, Suspense, useRef } from 'react';
import { useLayer } from './layers.js';

const Palette = lazy(async () => ({ default: (await import('@/app/palette/palette.js')).Palette }));
const ShortcutHelp = lazy(async () => ({ default: (await import('./shortcut-help.js')).ShortcutHelp }));

/** Their code comes when they are first opened; from then on they stay, so that closing can give the focus back. */
export function LazyLayers() {
  const layer = useLayer();
  const used = useRef(new Set<string>());
  if (layer) used.current.add(layer);
  return (
    <Suspense>
      {used.current.has('palette') && <Palette />}
      {used.current.has('help') && <ShortcutHelp />}
    </Suspense>
  );
}
