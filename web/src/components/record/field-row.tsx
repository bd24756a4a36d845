import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names.js';

interface FieldRowProps {
  label: string;
  /** Its name in the API: what leads to the field finds it by that. */
  field?: string | undefined;
  isStacked?: boolean;
  children: ReactNode;
}

/** A name and its value, side by side; an editor of several fields stands below its name. */
export function FieldRow({ label, field, isStacked = false, children }: FieldRowProps) {
  return (
    <div data-inline-field={field ?? ''} className={classNames('grid min-h-8 items-start text-sm', isStacked ? 'grid-cols-1 gap-1 pb-2' : 'grid-cols-[7rem_minmax(0,1fr)] gap-2')}>
      <span aria-hidden className="pt-1.5 text-muted touch:pt-3">{label}</span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

export function ReadOnlyRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <FieldRow label={label}>
      <div className="px-2 py-1.5 break-words touch:py-3"><span className="sr-only">{label}: </span>{children}</div>
    </FieldRow>
  );
}
