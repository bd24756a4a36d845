import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';

/** What every field takes beside its value. `name` is the field's name in the API: the server's errors find it by that. */
export interface FieldProps {
  label: string;
  name?: string;
  hint?: ReactNode;
  error?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  /** For a field whose place says what it is; the label is still spoken. */
  hideLabel?: boolean;
}

export const controlClass =
  'w-full min-w-0 rounded-control border border-control/70 bg-surface px-2.5 field-text text-ink outline-none transition-colors ' +
  'hover:border-control focus:border-accent focus:ring-2 focus:ring-accent/25 ' +
  'data-[focus-within]:border-accent data-[focus-within]:ring-2 data-[focus-within]:ring-accent/25 ' +
  'data-[invalid]:border-danger data-[disabled]:opacity-60 aria-[invalid=true]:border-danger';
export const controlHeight = 'h-8 touch:h-11';
export const fieldClass = 'flex min-w-0 flex-col gap-1';

export function FieldLabel({ children, hidden, required }: { children: ReactNode; hidden?: boolean | undefined; required?: boolean | undefined }) {
  return (
    <Label className={classNames('text-sm font-medium text-ink', hidden && 'sr-only')}>
      {children}
      {required && <span aria-hidden className="ms-0.5 text-danger-ink">*</span>}
    </Label>
  );
}

export function FieldHelp({ hint, error }: { hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && <Text slot="description" className="text-xs text-muted">{hint}</Text>}
      <FieldError className="text-xs text-danger-ink">{error}</FieldError>
    </>
  );
}

/** Which of the shared props react-aria knows. */
export function ariaFieldProps({ name, error, isRequired, isDisabled, autoFocus }: FieldProps) {
  return {
    ...(name ? { name } : {}),
    ...(isRequired ? { isRequired } : {}),
    ...(isDisabled ? { isDisabled } : {}),
    ...(autoFocus ? { autoFocus } : {}),
    ...(error ? { isInvalid: true } : {}),
    validationBehavior: 'aria' as const,
  };
}
