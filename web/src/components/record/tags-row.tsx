import { Chip } from '@/components/ui/chip.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { EditorButtons } from './editor-buttons.js';
import { InlineField } from './inline-field.js';
import { TagsInput } from './tags-input.js';

export function TagsRow({ value }: { value: string[] }) {
  const label = useFieldText().label('tags');
  return (
    <InlineField
      label={label}
      value={value}
      text={value.join(', ')}
      show={<span className="flex flex-wrap gap-1">{value.map((tag) => <Chip key={tag} label={tag}>{tag}</Chip>)}</span>}
      toPatch={(tags) => ({ tags })}
      isLarge
      editor={(edit) => (
        <>
          <TagsInput label={label} hideLabel autoFocus value={edit.draft} onChange={edit.setDraft} error={edit.error} />
          <EditorButtons edit={edit} />
        </>
      )}
    />
  );
}
