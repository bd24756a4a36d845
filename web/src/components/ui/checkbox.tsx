import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';

export interface CheckboxProps {
  isSelected: boolean;
  isIndeterminate?: boolean;
  onChange: (selected: boolean) => void;
  children?: ReactNode;
  /** Needed when there is no text beside it. */
  'aria-label'?: string;
  isDisabled?: boolean;
  name?: string;
  excludeFromTabOrder?: boolean;
}

export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className="group inline-flex items-center gap-2 text-sm outline-none touch:min-h-11">
      {({ isSelected, isIndeterminate, isFocusVisible }) => (
        <>
          <span
            className={classNames(
              'grid size-4 shrink-0 place-items-center rounded-sm border transition-colors',
              isSelected || isIndeterminate ? 'border-accent bg-accent text-on-accent' : 'border-control bg-surface group-hover:border-muted',
              isFocusVisible && 'outline-2 outline-offset-1 outline-accent',
            )}
          >
            {isIndeterminate ? <Minus aria-hidden className="size-3" strokeWidth={3} /> : isSelected && <Check aria-hidden className="size-3" strokeWidth={3} />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
