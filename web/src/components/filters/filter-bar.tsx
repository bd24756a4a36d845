import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { fromParts, partsOf, type Filter } from '@/lib/filter/filter.js';
import { AddFilter } from './add-filter.js';
import { FilterChip } from './filter-chip.js';
import { newCondition, type FilterField } from './filter-field.js';
import { UnreadableFilter } from './unreadable-filter.js';

interface FilterBarProps {
  fields: readonly FilterField[];
  filter: Filter | undefined;
  /** The address holds a filter that cannot be read. */
  isUnreadable?: boolean;
  onChange: (filter: Filter | undefined) => void;
}

/** The filter as chips that must all hold; each is a condition or a group of them, and reads as a sentence. */
export function FilterBar({ fields, filter, isUnreadable = false, onChange }: FilterBarProps) {
  const { t } = useTranslation('lists');
  const [adding, setAdding] = useState<FilterField | null>(null);
  const [isAsked, setAsked] = useState(false);
  const parts = partsOf(filter);
  // The chip that is being added is the last part as soon as it asks something; its open editor must stay the same element.
  const settled = adding && isAsked ? parts.slice(0, -1) : parts;
  const last = adding && isAsked ? parts.at(-1) : undefined;
  const replace = (next: Filter[]) => onChange(fromParts(next));
  const finish = () => {
    setAdding(null);
    setAsked(false);
  };
  return (
    <>
      {isUnreadable && <UnreadableFilter onClear={() => onChange(undefined)} />}
      {settled.map((part, index) => (
        <FilterChip
          key={index}
          fields={fields}
          filter={part}
          onChange={(next) => replace(parts.map((other, place) => (place === index ? next : other)))}
          onRemove={() => replace(parts.filter((_part, place) => place !== index))}
        />
      ))}
      {adding && (
        <FilterChip
          key={`adding-${adding.id}`}
          fields={fields}
          filter={last ?? newCondition(adding)}
          startsOpen
          onClose={finish}
          onChange={(next) => {
            replace([...settled, next]);
            setAsked(true);
          }}
          onRemove={() => {
            replace(settled);
            finish();
          }}
        />
      )}
      <AddFilter fields={fields} onAdd={setAdding} />
      {parts.length > 0 && <Button variant="ghost" size="sm" onPress={() => { finish(); onChange(undefined); }}>{t('clearFilters')}</Button>}
    </>
  );
}
