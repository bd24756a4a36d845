import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { Kbd } from './kbd.js';
import { Spinner } from './spinner.js';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  variant?: ButtonVariant;
  size?: 'sm' | 'md' | 'lg';
  icon?: LucideIcon;
  children?: React.ReactNode;
  /** Shown beside the text: "mod+enter". */
  shortcut?: string;
  fullWidth?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control font-medium whitespace-nowrap select-none transition-colors ' +
  'disabled:opacity-50 data-[pending]:cursor-progress';
export const buttonVariants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-strong bg-surface text-ink hover:bg-hover data-[pressed]:bg-pressed aria-expanded:bg-hover',
  ghost: 'text-muted hover:bg-hover hover:text-ink data-[pressed]:bg-pressed aria-expanded:bg-hover aria-expanded:text-ink',
  danger: 'bg-danger text-on-accent hover:bg-danger-hover',
};
export const buttonSizes = { sm: 'h-7 px-2 text-sm touch:h-11', md: 'h-8 px-3 text-sm touch:h-11', lg: 'h-10 px-4 text-base touch:h-11' };

export function buttonClass(variant: ButtonVariant = 'secondary', size: 'sm' | 'md' | 'lg' = 'md', ...more: (string | false | undefined)[]): string {
  return classNames(base, buttonVariants[variant], buttonSizes[size], ...more);
}

/** A verb: "Add contact". While `isPending` it keeps its width and its focus. */
export function Button({ variant = 'secondary', size = 'md', icon: Icon, shortcut, fullWidth, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonClass(variant, size, fullWidth && 'w-full')}>
      {({ isPending }) => (
        <>
          <span className={classNames('inline-flex items-center gap-1.5', isPending && 'opacity-0')}>
            {Icon && <Icon aria-hidden className="-ms-0.5 size-4" />}
            {children}
            {shortcut && <Kbd keys={shortcut} tone={variant === 'primary' || variant === 'danger' ? 'inverse' : 'normal'} />}
          </span>
          {isPending && <span className="absolute inset-0 grid place-items-center"><Spinner /></span>}
        </>
      )}
    </AriaButton>
  );
}
