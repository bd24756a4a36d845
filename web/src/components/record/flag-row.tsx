import { useTranslation } from 'react-i18next';
import { Switch } from '@/components/ui/switch.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { useRecordEdit } from './edit-context.js';
import { FieldRow, ReadOnlyRow } from './field-row.js';
import { useInlineEdit } from './use-inline-edit.js';

/** Yes or no: takes effect at once. */
export function FlagRow({ field, value }: { field: string; value: boolean }) {
  const { t } = useTranslation('records');
  const { isReadOnly } = useRecordEdit();
  const edit = useInlineEdit(value, (next) => ({ [field]: next }));
  const label = useFieldText().label(field);
  const word = t(value ? 'yes' : 'no');
  if (isReadOnly) return <ReadOnlyRow label={label}>{word}</ReadOnlyRow>;
  return (
    <FieldRow label={label}>
      <div className="flex min-h-8 items-center px-2 touch:min-h-11"><Switch isSelected={value} onChange={edit.commit}><span className="sr-only">{label}: </span>{word}</Switch></div>
    </FieldRow>
  );
}
