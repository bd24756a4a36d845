import { MoneyField } from '@/components/ui/money-field.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { useCurrencyCodes } from '@/lib/sales/currencies.js';
import { InlineField } from './inline-field.js';

type Money = Schemas['Money'];

export function MoneyRow({ field, value }: { field: string; value: Money | null }) {
  const words = useFieldText();
  const currencies = useCurrencyCodes();
  const label = words.label(field);
  return (
    <InlineField<Money | ''>
      label={label}
      value={value ?? ''}
      text={words.value(field, value)}
      toPatch={(next) => ({ [field]: next === '' ? null : next })}
      editor={(edit) => <MoneyField label={label} hideLabel autoFocus currencies={currencies} value={edit.draft === '' ? null : edit.draft} onChange={(next) => edit.setDraft(next ?? '')} error={edit.error} />}
    />
  );
}
