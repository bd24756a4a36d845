import { OwnerPicker } from '@/components/owner-picker.js';
import { Person } from '@/components/ui/person.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { InlineField } from './inline-field.js';

export function OwnerRow({ value }: { value: string | null }) {
  const words = useFieldText();
  const label = words.label('ownerId');
  return (
    <InlineField
      label={label}
      value={value ?? ''}
      text={words.value('ownerId', value)}
      show={<Person id={value} />}
      toPatch={(ownerId) => ({ ownerId: ownerId === '' ? null : ownerId })}
      editor={(edit) => <OwnerPicker label={label} hideLabel autoFocus value={edit.draft === '' ? null : edit.draft} error={edit.error} onChange={(id) => (id ? edit.commit(id) : edit.setDraft(''))} />}
    />
  );
}
