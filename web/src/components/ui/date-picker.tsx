import { lazy, Suspense } from 'react';
import { classNames } from '@/lib/class-names.js';
import { controlClass, controlHeight, fieldClass } from './control-class.js';
import type { FieldProps } from './field.js';

export interface DatePickerProps extends FieldProps {
  /** YYYY-MM-DD. */
  value: string | null;
  onChange: (value: string | null) => void;
}

const DatePickerField = lazy(async () => ({ default: (await import('./date-picker-field.js')).DatePickerField }));

/** Calendars are heavy and most pages open without one, so the field comes by itself; its place is kept. */
export function DatePicker(props: DatePickerProps) {
  return (
    <Suspense fallback={<Place {...props} />}>
      <DatePickerField {...props} />
    </Suspense>
  );
}

function Place({ label, hideLabel }: DatePickerProps) {
  return (
    <div aria-busy className={fieldClass}>
      <span className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}>{label}</span>
      <div className={classNames(controlClass, controlHeight)} />
    </div>
  );
}
