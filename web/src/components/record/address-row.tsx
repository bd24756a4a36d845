import { addressLine, type Address } from '@/lib/records/address.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { AddressFields, addressOrNull } from './address-fields.js';
import { EditorButtons } from './editor-buttons.js';
import { InlineField } from './inline-field.js';

export function AddressRow({ value }: { value: Address | null }) {
  const label = useFieldText().label('address');
  return (
    <InlineField<Address>
      label={label}
      value={value ?? {}}
      text={addressLine(value)}
      toPatch={(address) => ({ address: addressOrNull(address) })}
      isLarge
      editor={(edit) => (
        <div className="rounded-control border border-subtle p-2.5">
          <AddressFields value={edit.draft} onChange={edit.setDraft} autoFocus />
          {edit.error && <p role="alert" className="pt-1 text-xs text-danger-ink">{edit.error}</p>}
          <EditorButtons edit={edit} />
        </div>
      )}
    />
  );
}
