import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnerPicker } from '@/components/owner-picker.js';
import { CompanyPicker } from '@/components/record/company-picker.js';
import { TagsInput } from '@/components/record/tags-input.js';
import { Button } from '@/components/ui/button.js';
import { Select } from '@/components/ui/select.js';
import { TextField } from '@/components/ui/text-field.js';
import { lifecycles, type Lifecycle } from '../contact.js';
import { plainOption, type ContactValues } from '../new-contact.js';

interface NewContactFieldsProps {
  values: ContactValues;
  onChange: (values: ContactValues) => void;
  duplicates: ReactNode;
}

export function NewContactFields({ values, onChange, duplicates }: NewContactFieldsProps) {
  const { t } = useTranslation('records');
  const hasMore = values.title !== '' || values.lifecycle !== null || values.tags.length > 0;
  const [showsMore, setShowsMore] = useState(hasMore);
  const set = (part: Partial<ContactValues>) => onChange({ ...values, ...part });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="firstName" label={t('fields.firstName')} value={values.firstName} onChange={(firstName) => set({ firstName })} maxLength={100} autoFocus />
        <TextField name="lastName" label={t('fields.lastName')} value={values.lastName} onChange={(lastName) => set({ lastName })} maxLength={100} />
      </div>
      <div>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="emails" type="email" label={t('fields.email')} value={values.email} onChange={(email) => set({ email })} maxLength={254} />
          <TextField name="phones" type="tel" label={t('fields.phone')} value={values.phone} onChange={(phone) => set({ phone })} maxLength={60} />
        </div>
        {duplicates}
      </div>
      <CompanyPicker name="companyId" label={t('fields.companyId')} value={values.company} onChange={(company) => set({ company: company && plainOption(company) })} />
      {showsMore ? (
        <>
          <TextField name="title" label={t('fields.title')} value={values.title} onChange={(title) => set({ title })} maxLength={120} />
          <Select name="lifecycle" label={t('fields.lifecycle')} emptyLabel="–" value={values.lifecycle} onChange={(lifecycle) => set({ lifecycle: lifecycle as Lifecycle | null })} options={lifecycles.map((id) => ({ id, label: t(`lifecycle.${id}`) }))} />
          <OwnerPicker name="ownerId" label={t('fields.ownerId')} value={values.ownerId} onChange={(ownerId) => set({ ownerId })} />
          <TagsInput name="tags" label={t('fields.tags')} value={values.tags} onChange={(tags) => set({ tags })} />
        </>
      ) : <span><Button variant="ghost" size="sm" icon={ChevronDown} onPress={() => setShowsMore(true)}>{t('moreFields')}</Button></span>}
    </>
  );
}
