import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Select } from '@/components/ui/select.js';
import { queryClient } from '@/lib/api/query-client.js';
import { formatInstant, formatMoney, formatShortDay } from '@/lib/format.js';
import { deviceFormats } from '@/lib/formats/device-formats.js';
import { useFormats, type FormatName, type Formats } from '@/lib/formats/formats.js';
import { useUpdateUser } from '../api/user.js';
import { TimeZoneField } from './time-zone-field.js';

const orders: Formats['dateOrder'][] = ['dmy', 'mdy', 'ymd'];
const clocks: Record<Formats['clock'], string> = { h23: '16:05', h12: '4:05 PM' };
const numbers: Record<Formats['numberFormat'], string> = {
  commaPoint: '1,234,567.89', pointComma: '1.234.567,89', spaceComma: '1\u202f234\u202f567,89', apostrophePoint: '1’234’567.89', indian: '12,34,567.89',
};
const weekStarts: Formats['weekStart'][] = ['mon', 'sun', 'sat'];

/** How moments and numbers look, and where a day begins. Every choice is kept at once, for every device. */
export function FormatsForm() {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  const update = useUpdateUser();
  // Another clock begins other days.
  const change = (choice: Partial<Formats>) => update.mutate(choice, { onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['task'] }) });
  const choose = <N extends FormatName>(name: N) => ({ value: formats[name], onChange: (value: string | null) => value && change({ [name]: value }) });
  return (
    <div className="flex max-w-sm flex-col items-stretch gap-4">
      <TimeZoneField label={t('formats.timeZone')} hint={t('formats.timeZoneHint')} {...choose('timeZone')} />
      <Select label={t('formats.dateOrder')} {...choose('dateOrder')} options={orders.map((id) => ({ id, label: formatShortDay('2026-12-31', id) }))} />
      <Select label={t('formats.clock')} {...choose('clock')} options={(['h23', 'h12'] as const).map((id) => ({ id, label: clocks[id] }))} />
      <Select label={t('formats.numberFormat')} {...choose('numberFormat')} options={Object.entries(numbers).map(([id, label]) => ({ id, label }))} />
      <Select label={t('formats.weekStart')} {...choose('weekStart')} options={weekStarts.map((id) => ({ id, label: t(`formats.days.${id}`) }))} />
      <p role="status" aria-label={t('formats.example')} className="rounded-control bg-sunken px-3 py-2 text-sm">
        <span className="block text-xs text-muted">{t('formats.example')}</span>
        <span className="block tabular">{formatInstant('2026-12-31T16:05:00Z')}</span>
        <span className="block tabular">{formatShortDay('2026-12-31')} · {formatMoney({ amount: '1234567.89', currency: 'EUR' })}</span>
      </p>
      <div><Button onPress={() => change(deviceFormats())}>{t('formats.fromDevice')}</Button></div>
    </div>
  );
}
