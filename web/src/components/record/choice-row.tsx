import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Menu } from '@/components/ui/menu.js';
import { classNames } from '@/lib/class-names.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { useRecordEdit } from './edit-context.js';
import { FieldRow, ReadOnlyRow } from './field-row.js';
import { useInlineEdit } from './use-inline-edit.js';

interface ChoiceRowProps {
  field: string;
  value: string | null;
  options: readonly string[];
  show?: ReactNode;
  /** May be emptied. */
  isOptional?: boolean;
}

/** One of a few: a menu, and the choice is saved at once. */
export function ChoiceRow({ field, value, options, show, isOptional = true }: ChoiceRowProps) {
  const { t } = useTranslation('records');
  const { isReadOnly } = useRecordEdit();
  const words = useFieldText();
  const edit = useInlineEdit<string | null>(value, (next) => ({ [field]: next === '' ? null : next }));
  const label = words.label(field);
  const text = words.value(field, value);
  if (isReadOnly) return <ReadOnlyRow label={label}>{text ? (show ?? text) : t('empty')}</ReadOnlyRow>;
  const choices = options.map((id) => ({ id, label: words.value(field, id), isSelected: id === value, onAction: () => edit.commit(id) }));
  const none = isOptional && value !== null ? [{ id: 'none', label: t('clearField'), onAction: () => edit.commit('') }] : [];
  return (
    <FieldRow label={label}>
      <Menu
        label={label}
        groups={[{ id: 'choices', items: choices }, { id: 'none', items: none }]}
        trigger={(
          <AriaButton data-inline-value aria-label={text ? t('editField', { field: label, value: text }) : t('addField', { field: label })} className={classNames('block min-h-8 w-full rounded-control px-2 py-1.5 text-start touch:min-h-11 touch:py-3 outline-none hover:bg-hover aria-expanded:bg-hover data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent', !text && 'text-faint')}>
            {text ? (show ?? text) : t('emptyField')}
          </AriaButton>
        )}
      />
    </FieldRow>
  );
}
