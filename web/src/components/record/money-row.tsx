import { MoneyField, type TypedMoney } from '@/components/ui/money-field.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { useCurrencies } from '@/lib/sales/currencies.js';
import { read } from '@/lib/typed/unread.js';
import { InlineField } from './inline-field.js';

type Money = Schemas['Money'];

export function MoneyRow({ field, value }: { field: string; value: Money | null }) {
  const words = useFieldText();
  const currencies = useCurrencies();
  const label = words.label(field);
  return (
    <InlineField<NonNullable<TypedMoney> | ''>
      label={label}
      value={value ?? ''}
      text={words.value(field, value)}
      toPatch={(next) => ({ [field]: next === '' ? null : read(next) })}
      editor={(edit) => <MoneyField label={label} hideLabel autoFocus currencies={currencies} value={edit.draft === '' ? null : edit.draft} onChange={(next) => edit.setDraft(next ?? '')} error={edit.error} />}
    />
  );
}
