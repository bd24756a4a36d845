import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import type { ShortcutId } from '@/lib/keyboard/shortcut-table.js';
import { buttonClass, type ButtonVariant } from './button-class.js';
import { Kbd } from './kbd.js';
import { Spinner } from './spinner.js';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  variant?: ButtonVariant;
  size?: 'sm' | 'md' | 'lg';
  icon?: LucideIcon;
  children?: React.ReactNode;
  /** Shown beside the text: "mod+enter". */
  shortcut?: ShortcutId;
  fullWidth?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export { buttonClass };

/**
 * A verb: "Add contact". While `isPending` it keeps its width and its focus, and does nothing; the spinner says so.
 * (The pending state of react-aria announces by pointing at the button, which is often gone by then.)
 */
export function Button({ variant = 'secondary', size = 'md', icon: Icon, shortcut, fullWidth, children, isPending = false, onPress, type, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      {...(onPress && !isPending ? { onPress } : {})}
      {...(isPending ? { 'data-pending': true, type: 'button' } : type ? { type } : {})}
      className={buttonClass(variant, size, fullWidth && 'w-full')}
    >
      <span className={classNames('inline-flex items-center gap-1.5', isPending && 'opacity-0')}>
        {Icon && <Icon aria-hidden className="-ms-0.5 size-4" />}
        {children}
        {shortcut && <Kbd shortcut={shortcut} tone={variant === 'primary' || variant === 'danger' ? 'inverse' : 'normal'} />}
      </span>
      {isPending && <span className="absolute inset-0 grid place-items-center"><Spinner /></span>}
    </AriaButton>
  );
}
