import { Input, NumberField as AriaNumberField } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { ariaFieldProps, controlClass, controlHeight, fieldClass, FieldHelp, FieldLabel, type FieldProps } from './field.js';

export interface NumberFieldProps extends FieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  minValue?: number;
  maxValue?: number;
  step?: number;
  formatOptions?: Intl.NumberFormatOptions;
  placeholder?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, hideLabel, isRequired, value, onChange, minValue, maxValue, step, formatOptions, placeholder } = props;
  return (
    <AriaNumberField
      {...ariaFieldProps(props)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      className={fieldClass}
      {...(minValue === undefined ? {} : { minValue })}
      {...(maxValue === undefined ? {} : { maxValue })}
      {...(step === undefined ? {} : { step })}
      {...(formatOptions ? { formatOptions } : {})}
    >
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <Input placeholder={placeholder ?? ''} className={classNames(controlClass, controlHeight, 'tabular')} />
      <FieldHelp hint={hint} error={error} />
    </AriaNumberField>
  );
}
