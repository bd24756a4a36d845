import { useState } from 'react';
import { RecordPicker } from '@/components/record-picker.js';
import { Chip } from '@/components/ui/chip.js';
import type { FieldProps } from '@/components/ui/field.js';
import type { Option } from '@/components/ui/list-box-option.js';

interface ContactsPickerProps extends FieldProps {
  value: Option[];
  onChange: (value: Option[]) => void;
}

/** Several people: each one chosen becomes a chip above the field, and the field is free for the next. */
export function ContactsPicker({ value, onChange, ...field }: ContactsPickerProps) {
  const [round, setRound] = useState(0);
  const add = (option: Option | null) => {
    if (!option) return;
    if (!value.some(({ id }) => id === option.id)) onChange([...value, option]);
    setRound(round + 1);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <RecordPicker {...field} key={round} kind="contact" value={null} onChange={add} autoFocus={field.autoFocus === true || round > 0} />
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {value.map((option) => (
            <li key={option.id} className="max-w-full"><Chip label={option.label} onRemove={() => onChange(value.filter(({ id }) => id !== option.id))}>{option.label}</Chip></li>
          ))}
        </ul>
      )}
    </div>
  );
}
