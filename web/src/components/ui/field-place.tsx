import { classNames } from '@/lib/class-names.js';
import { controlClass, controlHeight, fieldClass } from './control-class.js';
import type { FieldProps } from './field.js';

/** Keeps the place of a field whose code is on its way. */
export function FieldPlace({ label, hideLabel }: FieldProps) {
  return (
    <div aria-busy className={fieldClass}>
      <span className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}>{label}</span>
      <div className={classNames(controlClass, controlHeight)} />
    </div>
  );
}
