import { parseDate } from '@internationalized/date';
import { CalendarDays, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, DateInput, DatePicker as AriaDatePicker, DateSegment, Dialog, Group, Popover } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { CalendarPanel } from './calendar-panel.js';
import type { DatePickerProps } from './date-picker.js';
import { ariaFieldProps, controlClass, controlHeight, fieldClass, FieldHelp, FieldLabel } from './field.js';
import { floatingClass } from './popover.js';

const small = 'grid size-6 place-items-center rounded-sm text-faint hover:text-ink touch:size-9';

export function DatePickerField(props: DatePickerProps) {
  const { t } = useTranslation();
  const { label, hint, error, hideLabel, isRequired, value, onChange } = props;
  return (
    <AriaDatePicker {...ariaFieldProps(props)} value={value ? parseDate(value) : null} onChange={(date) => onChange(date?.toString() ?? null)} className={fieldClass}>
      <FieldLabel hidden={hideLabel} required={isRequired}>{label}</FieldLabel>
      <Group className={classNames(controlClass, controlHeight, 'flex items-center pe-1')}>
        <DateInput className="flex min-w-0 flex-1 tabular">
          {(segment) => <DateSegment segment={segment} className="rounded-sm px-px outline-none data-[focused]:bg-accent data-[focused]:text-on-accent data-[placeholder]:text-faint data-[focused]:data-[placeholder]:text-on-accent" />}
        </DateInput>
        {value && <button type="button" aria-label={t('clear')} onClick={() => onChange(null)} className={small}><X aria-hidden className="size-3.5" /></button>}
        <Button className={small}><CalendarDays aria-hidden className="size-4" /></Button>
      </Group>
      <FieldHelp hint={hint} error={error} />
      <Popover offset={4} className={classNames(floatingClass, 'p-2')}>
        <Dialog className="outline-none"><CalendarPanel /></Dialog>
      </Popover>
    </AriaDatePicker>
  );
}
