import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { ariaFieldProps, controlClass, fieldClass, FieldHelp, FieldLabel, type FieldProps } from './field.js';

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  rows?: number;
}

/** Grows with what is written in it. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, hideLabel, isRequired, value, onChange, placeholder, maxLength, rows = 3 } = props;
  return (
    <AriaTextField {...ariaFieldProps(props)} value={value} onChange={onChange} className={fieldClass} {...(maxLength ? { maxLength } : {})}>
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <AriaTextArea dir="auto" rows={rows} placeholder={placeholder ?? ''} className={classNames(controlClass, 'field-sizing-content max-h-80 min-h-16 resize-none py-1.5')} />
      <FieldHelp hint={hint} error={error} />
    </AriaTextField>
  );
}
