import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, TimeField as AriaTimeField } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { ariaFieldProps, controlClass, controlHeight, fieldClass, FieldHelp, FieldLabel } from './field.js';
import type { TimeFieldProps } from './time-field.js';

export function TimeFieldInput(props: TimeFieldProps) {
  const { label, hint, error, hideLabel, isRequired, value, onChange } = props;
  return (
    <AriaTimeField {...ariaFieldProps(props)} value={value ? parseTime(value) : null} onChange={(time) => onChange(time ? time.toString().slice(0, 5) : null)} className={fieldClass}>
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <DateInput className={classNames(controlClass, controlHeight, 'flex items-center tabular')}>
        {(segment) => <DateSegment segment={segment} className="rounded-sm px-px outline-none data-[focused]:bg-accent data-[focused]:text-on-accent data-[placeholder]:text-faint data-[focused]:data-[placeholder]:text-on-accent" />}
      </DateInput>
      <FieldHelp hint={hint} error={error} />
    </AriaTimeField>
  );
}
