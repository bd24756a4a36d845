import { DatePicker } from '@/components/ui/date-picker.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { InlineField } from './inline-field.js';

export function DayRow({ field, value }: { field: string; value: string | null }) {
  const words = useFieldText();
  const label = words.label(field);
  return (
    <InlineField
      label={label}
      value={value ?? ''}
      text={words.value(field, value)}
      toPatch={(next) => ({ [field]: next === '' ? null : next })}
      editor={(edit) => <DatePicker label={label} hideLabel autoFocus value={edit.draft || null} onChange={(next) => edit.setDraft(next ?? '')} error={edit.error} />}
    />
  );
}
