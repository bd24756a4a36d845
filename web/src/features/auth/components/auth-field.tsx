import { use, useId, type HTMLInputAutoCompleteAttribute, type ReactNode, type Ref } from 'react';
import { controlClass, fieldClass } from '@/components/ui/control-class.js';
import { classNames } from '@/lib/class-names.js';
import { FieldMessages } from './auth-form.js';

export interface AuthFieldProps {
  label: string;
  /** The field's name in the API. */
  name: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: HTMLInputAutoCompleteAttribute;
  type?: 'text' | 'email' | 'password';
  hint?: string;
  maxLength?: number;
  /** Stands inside the field at its end. */
  end?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

export function AuthField({ label, name, value, onChange, hint, end, inputRef, ...input }: AuthFieldProps) {
  const id = useId();
  const error = use(FieldMessages)[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={fieldClass}>
      <label htmlFor={id} className="text-sm font-medium text-ink">{label}</label>
      <div className="relative">
        <input
          {...input}
          id={id}
          ref={inputRef}
          name={name}
          dir={input.type === undefined ? 'auto' : 'ltr'}
          value={value}
          required
          aria-invalid={error !== undefined}
          aria-describedby={described || undefined}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(controlClass, 'h-9 touch:h-11', end !== undefined && 'pe-10')}
        />
        {end !== undefined && <div className="absolute inset-y-0 end-0.5 grid place-items-center">{end}</div>}
      </div>
      {hint && <p id={`${id}-hint`} className="text-xs text-muted">{hint}</p>}
      {error && <p id={`${id}-error`} className="text-xs text-danger-ink">{error}</p>}
    </div>
  );
}
