import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/ui/avatar.js';
import { recordPath } from '@/config/paths.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { CompanyPicker } from './company-picker.js';
import { InlineField } from './inline-field.js';
import { valueLinkClass, valueLinksClass } from './inline-value.js';

type Company = Schemas['Reference'] | null;
const nobody = { id: '', name: '' };

/** The company of a contact or a deal: found by typing, or made on the spot. */
export function CompanyRow({ value }: { value: Company }) {
  const { t } = useTranslation('records');
  const label = useFieldText().label('companyId');
  const path = value && recordPath('company', value.id);
  return (
    <InlineField<Schemas['Reference']>
      label={label}
      value={value ?? nobody}
      text={value?.name ?? ''}
      show={value && (
        <span className={valueLinksClass}>
          <Link to={path ?? '.'} aria-label={t('openNamed', { name: value.name })} className={valueLinkClass}>
            <Avatar id={value.id} name={value.name} size="sm" shape="company" />
            <span dir="auto" className="truncate">{value.name}</span>
          </Link>
        </span>
      )}
      toPatch={(company) => ({ companyId: company.id === '' ? null : company.id })}
      preview={(company) => ({ company: company.id === '' ? null : company })}
      editor={(edit) => (
        <CompanyPicker
          label={label}
          hideLabel
          autoFocus
          error={edit.error}
          value={edit.draft.id === '' ? null : { id: edit.draft.id, label: edit.draft.name }}
          onChange={(option) => (option ? edit.commit({ id: option.id, name: option.label }) : edit.setDraft(nobody))}
        />
      )}
    />
  );
}
