import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';

export const floatingClass =
  'rounded-card bg-raised text-ink shadow-floating outline-none data-[entering]:animate-pop-in data-[exiting]:opacity-0';

/** A floating layer that holds its own content. Esc closes it and gives the focus back. */
export function Popover({ trigger, label, children, isOpen, onOpenChange, placement = 'bottom start', className, holdsOpen }: {
  trigger: ReactNode;
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  isOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  placement?: AriaPopoverProps['placement'];
  className?: string;
  /** A click beside it does not close it; Esc still does. */
  holdsOpen?: () => boolean;
}) {
  const state = { ...(isOpen === undefined ? {} : { isOpen }), ...(onOpenChange ? { onOpenChange } : {}) };
  return (
    <DialogTrigger {...state}>
      {trigger}
      <AriaPopover placement={placement} offset={4} className={classNames(floatingClass, className)} {...(holdsOpen ? { shouldCloseOnInteractOutside: () => !holdsOpen() } : {})}>
        <AriaDialog aria-label={label} className="outline-none">
          {({ close }) => <>{typeof children === 'function' ? children(close) : children}</>}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
