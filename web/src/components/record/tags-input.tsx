import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '@/components/ui/chip.js';
import { TextField } from '@/components/ui/text-field.js';

interface TagsInputProps {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  hideLabel?: boolean;
  autoFocus?: boolean;
  error?: string | undefined;
  name?: string;
}

/** Words, taken with Enter or a comma; Backspace in an empty field takes the last one away. */
export function TagsInput({ label, value, onChange, ...field }: TagsInputProps) {
  const { t } = useTranslation('records');
  const [text, setText] = useState('');
  const take = () => {
    const tags = text.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '' && !value.includes(tag));
    if (tags.length > 0) onChange([...value, ...tags]);
    setText('');
  };
  return (
    <div
      className="flex flex-col gap-1.5"
      onKeyDown={(event) => {
        if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '') {
          event.preventDefault();
          take();
        } else if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
      }}
    >
      <TextField {...field} label={label} value={text} onChange={setText} onBlur={take} placeholder={t('tagHint')} maxLength={40} />
      {value.length > 0 && <div className="flex flex-wrap gap-1">{value.map((tag) => <Chip key={tag} label={tag} onRemove={() => onChange(value.filter((other) => other !== tag))}>{tag}</Chip>)}</div>}
    </div>
  );
}
