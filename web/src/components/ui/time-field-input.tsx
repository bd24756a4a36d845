import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readTime } from '@/lib/days/read-time.js';
import { formatClock } from '@/lib/format.js';
import type { TimeFieldProps } from './time-field.js';
import { TypedField } from './typed-field.js';
import { useTypedValue } from './use-typed-value.js';

/** A time as text, by the person's clock. */
export function TimeFieldInput(props: TimeFieldProps) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  const { text, isTyped, change, found: read, isUnread } = useTypedValue({ value, onChange, read: (typed) => readTime(typed)?.time ?? null, show: formatClock });
  const shown = formatClock(read);
  return (
    <TypedField
      {...props}
      inputMode="text"
      text={text}
      onText={change}
      placeholder={formatClock('15:30')}
      problem={isUnread ? t('days.noTime', { example: formatClock('15:30') }) : undefined}
      echo={isTyped && read !== null && text !== shown ? shown : undefined}
      end={text !== '' && <button type="button" aria-label={t('clear')} onClick={() => change('')} className="grid size-6 shrink-0 place-items-center rounded-sm text-faint hover:text-ink touch:h-full touch:w-11"><X aria-hidden className="size-3.5" /></button>}
    />
  );
}
