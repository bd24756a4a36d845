import { Suspense } from 'react';
import { lazyPart } from '@/lib/code/lazy-part.js';
import type { FieldProps } from './field.js';
import { FieldPlace } from './field-place.js';

export interface DatePickerProps extends FieldProps {
  /** YYYY-MM-DD. */
  value: string | null;
  onChange: (value: string | null) => void;
}

const DatePickerField = lazyPart(() => import('./date-picker-field.js'), 'DatePickerField');

/** Calendars are heavy and most pages open without one, so the field comes by itself; its place is kept. */
export function DatePicker(props: DatePickerProps) {
  return (
    <Suspense fallback={<FieldPlace {...props} />}>
      <DatePickerField {...props} />
    </Suspense>
  );
}
