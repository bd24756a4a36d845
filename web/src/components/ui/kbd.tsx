import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names.js';
import { keyNames } from '@/lib/keyboard/key-names.js';
import { shortcutOf, type ShortcutId } from '@/lib/keyboard/shortcut-table.js';

const arrows: Record<string, LucideIcon> = { '←': ArrowLeft, '↑': ArrowUp, '↓': ArrowDown, '→': ArrowRight };

/** The keys of a shortcut as people read them. Not spoken: screen readers have the label. */
export function Kbd({ shortcut, tone = 'normal' }: { shortcut: ShortcutId; tone?: 'normal' | 'inverse' }) {
  const look = tone === 'normal' ? 'border border-subtle bg-sunken text-muted' : 'border border-current/30';
  return (
    <span aria-hidden className="inline-flex items-center gap-0.5 touch:hidden">
      {keyNames(shortcutOf(shortcut).keys).map((name, index) => (
        <kbd key={index} className={classNames('inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm px-1 font-sans text-[11px] leading-none', look)}>
          {arrow(name)}
        </kbd>
      ))}
    </span>
  );
}

/** Drawn: the app's font has not all of them, and a device may have none. */
function arrow(name: string): ReactNode {
  const Arrow = arrows[name];
  return Arrow ? <Arrow className="size-3" /> : name;
}
