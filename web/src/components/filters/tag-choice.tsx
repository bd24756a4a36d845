import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '@/components/ui/chip.js';
import { TextField } from '@/components/ui/text-field.js';

/** Tags are free words: typed, and taken with Enter. */
export function TagChoice({ label, value, onChange }: { label: string; value: readonly string[]; onChange: (value: string[]) => void }) {
  const { t } = useTranslation('lists');
  const [text, setText] = useState('');
  const take = () => {
    const tag = text.trim();
    if (tag !== '' && !value.includes(tag)) onChange([...value, tag]);
    setText('');
  };
  return (
    <div className="flex flex-col gap-2">
      {value.length > 0 && <div className="flex flex-wrap gap-1">{value.map((tag) => <Chip key={tag} label={tag} onRemove={() => onChange(value.filter((other) => other !== tag))}>{tag}</Chip>)}</div>}
      <div onKeyDown={(event) => { if (event.key === 'Enter' && text.trim() !== '') { event.preventDefault(); event.stopPropagation(); take(); } }}>
        <TextField label={label} hideLabel value={text} onChange={setText} onBlur={take} placeholder={t('tagHint')} maxLength={40} autoFocus />
      </div>
    </div>
  );
}
