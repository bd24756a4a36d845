import { useTranslation } from 'react-i18next';
import { DatePicker } from '@/components/ui/date-picker.js';
import { DecimalField } from '@/components/ui/decimal-field.js';
import type { FieldProps } from '@/components/ui/field.js';
import { FieldPlace } from '@/components/ui/field-place.js';
import { NumberField } from '@/components/ui/number-field.js';
import { Segmented } from '@/components/ui/segmented.js';
import { TextField } from '@/components/ui/text-field.js';
import type { Condition, Scalar } from '@/lib/filter/filter.js';
import { formats } from '@/lib/formats/formats.js';
import { finestDigits, useCurrencies } from '@/lib/sales/currencies.js';
import { useSession } from '@/lib/session/session.js';
import { isUnread, type Unread } from '@/lib/typed/unread.js';
import { ChoiceList } from './choice-list.js';
import { CompanyChoice } from './company-choice.js';
import { dayOf } from './day-of.js';
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
export function ValueEditor(props: ValueEditorProps) {
  const hasDays = props.field.type === 'instant' && shapeOf(props.condition.op) !== 'none';
  return <><Editor {...props} />{hasDays && <WhoseDays />}</>;
}

function Editor({ field, condition, onChange }: ValueEditorProps) {
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
          <OneValue field={field} label={t('to')} value={to} onChange={(next) => onChange([from, next ?? ''])} />
        </div>
      );
    }
    default: return <OneValue field={field} label={field.label} value={Array.isArray(value) ? undefined : value} onChange={onChange} hideLabel />;
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
  hideLabel?: boolean;
}

function OneValue({ field, label, value, onChange, hideLabel = false }: OneValueProps) {
  const { t } = useTranslation('lists');
  const shared = { label, hideLabel };
  switch (field.type) {
    case 'flag':
      return <Segmented label={label} value={value === false ? 'no' : 'yes'} onChange={(next) => onChange(next === 'yes')} segments={[{ id: 'yes', label: t('yes') }, { id: 'no', label: t('no') }]} />;
    case 'day':
      return <DatePicker {...shared} value={value ? String(value) : null} onChange={(day) => onChange(day ?? undefined)} />;
    case 'instant':
      return <InstantDay {...shared} value={value ? String(value) : null} onChange={onChange} />;
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

/** The day itself travels, so that a link means the same on every device: a day of the workspace. */
function InstantDay({ value, onChange, ...field }: FieldProps & { value: string | null; onChange: (value: string | undefined) => void }) {
  const { workspace } = useSession();
  return <DatePicker {...field} value={value && dayOf(value, workspace.timeZone)} onChange={(day) => onChange(day ?? undefined)} />;
}

/** Said only where it is another clock than the person's own. */
function WhoseDays() {
  const { t } = useTranslation('lists');
  const { workspace } = useSession();
  if (workspace.timeZone === formats().timeZone) return null;
  return <p className="text-xs text-muted">{t('workspaceDays', { zone: workspace.timeZone.replaceAll('_', ' ') })}</p>;
}
