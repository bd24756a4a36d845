import { Link } from '@tanstack/react-router';
import { EditorButtons } from '@/components/record/editor-buttons.js';
import { InlineField } from '@/components/record/inline-field.js';
import { valueLinkClass, valueLinksClass } from '@/components/record/inline-value.js';
import { RecordIcon } from '@/components/record-icon.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import type { Deal } from '@/features/deals/deal.js';
import { ContactsPicker } from './contacts-picker.js';

/** The people on the other side: several, each a link. */
export function ContactsRow({ contacts }: { contacts: Deal['contacts'] }) {
  const label = useFieldText().label('contactIds');
  return (
    <InlineField<Deal['contacts']>
      isLarge
      label={label}
      field="contactIds"
      value={contacts}
      text={contacts.map(({ name }) => name).join(', ')}
      show={<Names contacts={contacts} />}
      toPatch={(next) => ({ contactIds: next.map(({ id }) => id) })}
      preview={(next) => ({ contacts: next })}
      editor={(edit) => (
        <div className="flex flex-col gap-2">
          <ContactsPicker label={label} hideLabel autoFocus value={edit.draft.map(({ id, name }) => ({ id, label: name }))} onChange={(options) => edit.setDraft(options.map((option) => ({ id: option.id, name: option.label })))} error={edit.error} />
          <EditorButtons edit={edit} />
        </div>
      )}
    />
  );
}

function Names({ contacts }: { contacts: Deal['contacts'] }) {
  return (
    <ul className={valueLinksClass}>
      {contacts.map(({ id, name }) => (
        <li key={id} className="max-w-full">
          <Link to="/contacts/$id" params={{ id }} className={valueLinkClass}>
            <RecordIcon kind="contact" id={id} title={name} />
            <span dir="auto" className="truncate">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
