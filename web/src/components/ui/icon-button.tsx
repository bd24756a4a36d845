import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import type { ShortcutId } from '@/lib/keyboard/shortcut-table.js';
import { buttonVariants, type ButtonVariant } from './button-class.js';
import { Tooltip } from './tooltip.js';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  icon: LucideIcon;
  /** Spoken, and shown as a tooltip. */
  label: string;
  shortcut?: ShortcutId;
  variant?: ButtonVariant;
  size?: 'sm' | 'md';
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon: Icon, label, shortcut, variant = 'ghost', size = 'md', ...props }: IconButtonProps) {
  const box = size === 'sm' ? 'size-7' : 'size-8';
  return (
    <Tooltip text={label} {...(shortcut ? { shortcut } : {})}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classNames('inline-grid shrink-0 place-items-center rounded-control transition-colors disabled:opacity-50 touch:size-11', box, buttonVariants[variant])}
      >
        <Icon aria-hidden className="size-4" />
      </AriaButton>
    </Tooltip>
  );
}
