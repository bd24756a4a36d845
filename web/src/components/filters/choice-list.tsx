import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/components/ui/checkbox.js';
import type { Option } from '@/components/ui/list-box-option.js';
import { TextField } from '@/components/ui/text-field.js';

export interface ChoiceListProps {
  label: string;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** More than these get a field to search them. */
const FEW = 8;

/** One or several of a list. */
export function ChoiceList({ label, options, value, onChange }: ChoiceListProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const wanted = fold(search);
  const shown = options.filter((option) => fold(option.label).includes(wanted));
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  return (
    <div className="flex flex-col gap-1">
      {options.length > FEW && <TextField label={t('search')} hideLabel type="search" value={search} onChange={setSearch} placeholder={t('search')} />}
      <div role="group" aria-label={label} className="-mx-1 flex max-h-64 flex-col overflow-auto p-1">
        {shown.map((option) => (
          <div key={option.id} className="flex min-h-7 items-center rounded-control px-1 hover:bg-hover">
            <Checkbox isSelected={value.includes(option.id)} onChange={() => toggle(option.id)}>
              <span className="flex min-w-0 items-center gap-1.5">{option.start}<span dir="auto" className="truncate">{option.label}</span></span>
            </Checkbox>
          </div>
        ))}
        {shown.length === 0 && <p className="px-1 py-1.5 text-sm text-muted">{t('nothingFound')}</p>}
      </div>
    </div>
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();
}
