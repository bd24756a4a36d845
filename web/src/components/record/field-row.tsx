import type { ReactNode } from 'react';

/** A name and its value, side by side. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div data-inline-field className="grid min-h-8 grid-cols-[7rem_minmax(0,1fr)] items-start gap-2 text-sm">
      <span aria-hidden className="pt-1.5 text-muted">{label}</span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

export function ReadOnlyRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <FieldRow label={label}>
      <div className="px-2 py-1.5 break-words"><span className="sr-only">{label}: </span>{children}</div>
    </FieldRow>
  );
}
