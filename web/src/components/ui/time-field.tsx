import { Suspense } from 'react';
import { lazyPart } from '@/lib/code/lazy-part.js';
import type { FieldProps } from './field.js';
import { FieldPlace } from './field-place.js';

export interface TimeFieldProps extends FieldProps {
  /** HH:MM. */
  value: string | null;
  onChange: (value: string | null) => void;
}

const TimeFieldInput = lazyPart(() => import('./time-field-input.js'), 'TimeFieldInput');

/** Comes by itself, like the calendar. */
export function TimeField(props: TimeFieldProps) {
  return (
    <Suspense fallback={<FieldPlace {...props} />}>
      <TimeFieldInput {...props} />
    </Suspense>
  );
}
