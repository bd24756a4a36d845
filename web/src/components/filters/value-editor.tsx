import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/ui/date-picker.js';
import { DecimalField } from '@/components/ui/decimal-field.js';
import type { FieldProps } from '@/components/ui/field.js';
import { FieldPlace } from '@/components/ui/field-place.js';
import { NumberField } from '@/components/ui/number-field.js';
import { Segmented } from '@/components/ui/segmented.js';
import { TextField } from '@/components/ui/text-field.js';
import type { Condition, Scalar } from '@/lib/filter/filter.js';
import { finestDigits, useCurrencies } from '@/lib/sales/currencies.js';
import { isUnread, type Unread } from '@/lib/typed/unread.js';
import { ChoiceList } from './choice-list.js';
import { CompanyChoice } from './company-choice.js';
import { shapeOf, type FilterField } from './filter-field.js';
import { MemberChoice } from './member-choice.js';
import { PeriodEditor } from './period-editor.js';
import { TagChoice } from './tag-choice.js';

export interface ValueEditorProps {
  field: FilterField;
  condition: Condition;
  onChange: (value: Condition['value']) => void;
}

/** The answer to the question: nothing, one value, several, two ends, or a span of days. */
export function ValueEditor({ field, condition, onChange }: ValueEditorProps) {
  const { t } = useTranslation('lists');
  const { value } = condition;
  switch (shapeOf(condition.op)) {
    case 'none': return null;
    case 'days': return <PeriodEditor value={value} onChange={onChange} />;
    case 'list': return <ListEditor field={field} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />;
    case 'pair': {
      const [from = '', to = ''] = Array.isArray(value) ? value : [];
      return (
        <div className="grid grid-cols-2 gap-2">
          <OneValue field={field} label={t('from')} value={from} onChange={(next) => onChange([next ?? '', to])} />
          <OneValue field={field} label={t('to')} value={to} isEnd onChange={(next) => onChange([from, next ?? ''])} />
        </div>
      );
    }
    default: return <OneValue field={field} label={field.label} value={Array.isArray(value) ? undefined : value} isEnd={condition.op === 'gt'} onChange={onChange} hideLabel />;
  }
}

function ListEditor({ field, value, onChange }: { field: FilterField; value: string[]; onChange: (value: string[]) => void }) {
  if (field.type === 'member') return <MemberChoice label={field.label} value={value} onChange={onChange} />;
  if (field.type === 'company') return <CompanyChoice label={field.label} value={value} onChange={onChange} />;
  if (field.type === 'tags') return <TagChoice label={field.label} value={value} onChange={onChange} />;
  return <ChoiceList label={field.label} options={field.options ?? []} value={value} onChange={onChange} />;
}

interface OneValueProps {
  field: FilterField;
  label: string;
  value: Scalar | undefined;
  onChange: (value: Scalar | undefined) => void;
  /** The last moment of the day instead of the first. */
  isEnd?: boolean;
  hideLabel?: boolean;
}

function OneValue({ field, label, value, onChange, isEnd = false, hideLabel = false }: OneValueProps) {
  const { t } = useTranslation('lists');
  const shared = { label, hideLabel };
  switch (field.type) {
    case 'flag':
      return <Segmented label={label} value={value === false ? 'no' : 'yes'} onChange={(next) => onChange(next === 'yes')} segments={[{ id: 'yes', label: t('yes') }, { id: 'no', label: t('no') }]} />;
    case 'day':
      return <DatePicker {...shared} value={value ? String(value) : null} onChange={(day) => onChange(day ?? undefined)} />;
    case 'instant':
      return <DatePicker {...shared} value={value ? localDay(String(value)) : null} onChange={(day) => onChange(day ? instantOf(day, isEnd) : undefined)} />;
    case 'number':
      return <NumberField {...shared} value={typeof value === 'number' ? value : null} onChange={(next) => onChange(isUnread(next) ? undefined : next ?? undefined)} />;
    case 'money':
      return <AmountValue {...shared} value={value === undefined || value === '' ? null : String(value)} onChange={onChange} />;
    default:
      return <TextField {...shared} value={value === undefined ? '' : String(value)} onChange={onChange} placeholder={t('typeText')} autoFocus />;
  }
}

interface AmountValueProps extends FieldProps {
  value: string | null;
  onChange: (value: string | undefined) => void;
}

/** Each record compares it in its own currency, so that it may have the digits of any of them. */
function AmountValue({ onChange, ...props }: AmountValueProps) {
  const currencies = useCurrencies();
  const change = (next: string | Unread | null) => onChange(isUnread(next) ? undefined : next ?? undefined);
  if (!currencies) return <FieldPlace {...props} />;
  return <DecimalField {...props} onChange={change} digits={finestDigits(currencies)} wholeDigits={12} example="1234.50" />;
}

/** Days are days of the person; the server compares instants. */
function instantOf(day: string, isEnd: boolean): string {
  return new Date(`${day}T${isEnd ? '23:59:59.999' : '00:00:00.000'}`).toISOString();
}

function localDay(instant: string): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
