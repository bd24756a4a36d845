import { parseDate } from '@internationalized/date';
import { CalendarDays, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { FIRST_DAY, LAST_DAY, shiftDay } from '@/lib/days/calendar.js';
import { readDay } from '@/lib/days/read-day.js';
import { formatLongDay, formatShortDay, today } from '@/lib/format.js';
import { CalendarPanel } from './calendar-panel.js';
import type { DatePickerProps } from './date-picker.js';
import { floatingClass } from './popover.js';
import { TypedField } from './typed-field.js';
import { useTypedValue } from './use-typed-value.js';

const small = 'grid size-6 shrink-0 place-items-center rounded-sm text-faint hover:text-ink touch:h-full touch:w-11';

/** A day as text, in the order and the words of the person, or from the calendar. What is no day stays as it was typed, and is not told. */
export function DatePickerField(props: DatePickerProps) {
  const { t } = useTranslation();
  const { label, value, onChange } = props;
  const { text, isTyped, change, found: read, isUnread } = useTypedValue({ value, onChange, read: readDay, show: (day) => (day ? formatShortDay(day) : '') });
  const step = (days: number) => change(formatShortDay(read === null ? today() : (shiftDay(read, days, 'day') ?? read)));
  return (
    <TypedField
      {...props}
      inputMode="text"
      text={text}
      onText={change}
      onStep={step}
      placeholder={formatShortDay(t('days.shape'))}
      problem={isUnread ? t('days.noDay', { example: formatShortDay(`${today().slice(0, 4)}-12-31`) }) : undefined}
      echo={isTyped && read !== null ? formatLongDay(read) : undefined}
      end={(
        <>
          {text !== '' && <button type="button" aria-label={t('clear')} onClick={() => change('')} className={small}><X aria-hidden className="size-3.5" /></button>}
          <DialogTrigger>
            <Button aria-label={t('days.choose', { label })} className={small}><CalendarDays aria-hidden className="size-4" /></Button>
            <Popover placement="bottom end" offset={8} className={classNames(floatingClass, 'p-2')}>
              <Dialog aria-label={label} className="outline-none">
                {({ close }) => (
                  <CalendarPanel
                    autoFocus
                    value={read === null ? null : parseDate(read)}
                    minValue={parseDate(FIRST_DAY)}
                    maxValue={parseDate(LAST_DAY)}
                    onChange={(date) => {
                      change(formatShortDay(date.toString()));
                      close();
                    }}
                  />
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        </>
      )}
    />
  );
}
