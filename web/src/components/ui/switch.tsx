import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';

/** For a setting that takes effect at once. */
export function Switch({ isSelected, onChange, children, isDisabled }: { isSelected: boolean; onChange: (selected: boolean) => void; children: ReactNode; isDisabled?: boolean }) {
  return (
    <AriaSwitch isSelected={isSelected} onChange={onChange} isDisabled={isDisabled ?? false} className="inline-flex items-center gap-2.5 text-sm outline-none touch:min-h-11">
      {({ isSelected: on, isFocusVisible }) => (
        <>
          <span className={classNames('inline-flex h-4.5 w-8 shrink-0 rounded-full border border-transparent p-px transition-colors', on ? 'bg-accent' : 'bg-control', isFocusVisible && 'outline-2 outline-offset-1 outline-accent')}>
            <span className={classNames('size-3.5 rounded-full bg-on-accent transition-transform', on && 'translate-x-3.5 rtl:-translate-x-3.5')} />
          </span>
          {children}
        </>
      )}
    </AriaSwitch>
  );
}
