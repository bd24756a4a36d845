import type { HTMLInputAutoCompleteAttribute, ReactNode, Ref } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { ariaFieldProps, controlClass, controlHeight, fieldClass, FieldHelp, FieldLabel, type FieldProps } from './field.js';

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search';
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  /** Stands inside the field at its end. */
  end?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

const modes: Partial<Record<NonNullable<TextFieldProps['type']>, 'email' | 'tel' | 'url' | 'search'>> = { email: 'email', tel: 'tel', url: 'url', search: 'search' };

export function TextField(props: TextFieldProps) {
  const { label, hint, error, hideLabel, isRequired, value, onChange, onBlur, type = 'text', placeholder, autoComplete, maxLength, end, inputRef } = props;
  return (
    <AriaTextField
      {...ariaFieldProps(props)}
      value={value}
      onChange={onChange}
      // A browser would turn the letters of a domain into punycode while they are typed.
      type={type === 'email' ? 'text' : type}
      inputMode={modes[type] ?? 'text'}
      className={fieldClass}
      {...(onBlur ? { onBlur } : {})}
      {...(autoComplete ? { autoComplete } : {})}
      {...(maxLength ? { maxLength } : {})}
    >
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <div className="relative">
        <Input {...(inputRef ? { ref: inputRef } : {})} placeholder={placeholder ?? ''} dir={type === 'text' || type === 'search' ? 'auto' : 'ltr'} className={classNames(controlClass, controlHeight, end !== undefined && 'pe-9')} />
        {end !== undefined && <div className="absolute inset-y-0 end-0.5 grid place-items-center">{end}</div>}
      </div>
      <FieldHelp hint={hint} error={error} />
    </AriaTextField>
  );
}
