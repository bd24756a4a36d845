import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { ariaFieldProps, fieldClass, FieldHelp, FieldLabel, type FieldProps } from './field.js';

export interface RadioGroupProps<T extends string> extends FieldProps {
  value: T | null;
  onChange: (value: T) => void;
  options: readonly { id: T; label: string; hint?: string }[];
  orientation?: 'vertical' | 'horizontal';
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, hint, error, hideLabel, isRequired, value, onChange, options, orientation = 'vertical', autoFocus } = props;
  return (
    <AriaRadioGroup {...ariaFieldProps(props)} value={value} onChange={(next) => onChange(next as T)} orientation={orientation} className={fieldClass}>
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <div className={classNames('flex gap-x-5 gap-y-1.5', orientation === 'vertical' && 'flex-col')}>
        {options.map((option, index) => (
          <Radio key={option.id} value={option.id} autoFocus={autoFocus === true && (value === null ? index === 0 : option.id === value)} className="inline-flex items-center gap-2 text-sm outline-none touch:min-h-11">
            {({ isSelected, isFocusVisible }) => (
              <>
                <span className={classNames('size-4 shrink-0 rounded-full border bg-surface', isSelected ? 'border-[5px] border-accent' : 'border-control', isFocusVisible && 'outline-2 outline-offset-1 outline-accent')} />
                <span>{option.label}{option.hint && <span className="ms-2 text-muted">{option.hint}</span>}</span>
              </>
            )}
          </Radio>
        ))}
      </div>
      <FieldHelp hint={hint} error={error} />
    </AriaRadioGroup>
  );
}
