import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps } from 'react-aria-components';
import type { ShortcutId } from '@/lib/keyboard/shortcut-table.js';
import { Kbd } from './kbd.js';

/** Wraps one focusable element. Shown on hover and on keyboard focus. */
export function Tooltip({ text, shortcut, placement = 'top', children }: { text: string; shortcut?: ShortcutId; placement?: TooltipProps['placement']; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip offset={6} placement={placement} className="flex max-w-72 items-center gap-2 rounded-control bg-ink px-2 py-1 text-xs text-surface shadow-floating data-[entering]:animate-fade-in">
        {text}
        {shortcut && <Kbd shortcut={shortcut} tone="inverse" />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
