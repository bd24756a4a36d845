import { classNames } from '@/lib/class-names.js';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control font-medium whitespace-nowrap select-none transition-colors ' +
  'disabled:opacity-50 data-[pending]:cursor-progress';
export const buttonVariants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-strong bg-surface text-ink hover:bg-hover data-[pressed]:bg-pressed aria-expanded:bg-hover',
  ghost: 'text-muted hover:bg-hover hover:text-ink data-[pressed]:bg-pressed aria-expanded:bg-hover aria-expanded:text-ink',
  danger: 'bg-danger text-on-accent hover:bg-danger-hover',
};
export const buttonSizes = { sm: 'h-7 px-2 text-sm touch:h-11 touch:min-w-11', md: 'h-8 px-3 text-sm touch:h-11 touch:min-w-11', lg: 'h-10 px-4 text-base touch:h-11' };

/** The look of a button, also for links and for pages that do without the parts of react-aria. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: keyof typeof buttonSizes = 'md', ...more: (string | false | undefined)[]): string {
  return classNames(base, buttonVariants[variant], buttonSizes[size], ...more);
}
