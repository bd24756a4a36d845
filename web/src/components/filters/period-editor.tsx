import { useTranslation } from 'react-i18next';
import { NumberField } from '@/components/ui/number-field.js';
import { Segmented } from '@/components/ui/segmented.js';
import type { Condition } from '@/lib/filter/filter.js';
import { formatRelativeDays, parseRelative, type RelativePeriod } from './relative-days.js';

const usual = 7;
const quick = [7, 30, 90];

/** "The last 30 days": stays true tomorrow, unlike a date. */
export function PeriodEditor({ value, onChange }: { value: Condition['value']; onChange: (value: string) => void }) {
  const { t } = useTranslation('lists');
  const relative = parseRelative(value);
  const days = relative?.days || usual;
  const setPeriod = (period: RelativePeriod) => onChange(formatRelativeDays({ period, days }));
  return (
    <div className="flex flex-col gap-2">
      <Segmented
        label={t('period.label')}
        value={relative?.period ?? 'none'}
        onChange={(next) => next !== 'none' && setPeriod(next)}
        segments={[{ id: 'past' as const, label: t('period.past') }, { id: 'today' as const, label: t('period.today') }, { id: 'next' as const, label: t('period.next') }]}
      />
      {relative && relative.period !== 'today' && (
        <div className="flex items-center gap-1.5">
          <div className="w-20"><NumberField label={t('period.days')} hideLabel value={days} minValue={1} maxValue={3650} isRequired onChange={(next) => typeof next === 'number' && onChange(formatRelativeDays({ period: relative.period, days: next }))} /></div>
          <span className="text-sm text-muted">{t('period.daysUnit', { count: days })}</span>
          <span className="ms-auto flex gap-1">
            {quick.map((preset) => <button key={preset} type="button" onClick={() => onChange(formatRelativeDays({ period: relative.period, days: preset }))} className="h-7 rounded-control px-2 text-sm text-muted tabular hover:bg-hover hover:text-ink touch:h-11">{preset}</button>)}
          </span>
        </div>
      )}
    </div>
  );
}
