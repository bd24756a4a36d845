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

export { controlClass, controlHeight, fieldClass } from './control-class.js';

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
