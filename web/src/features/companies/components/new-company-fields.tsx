import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnerPicker } from '@/components/owner-picker.js';
import { TagsInput } from '@/components/record/tags-input.js';
import { Button } from '@/components/ui/button.js';
import { Select } from '@/components/ui/select.js';
import { TextField } from '@/components/ui/text-field.js';
import { sizes, type CompanySize } from '../company.js';
import type { CompanyValues } from '../new-company.js';

interface NewCompanyFieldsProps {
  values: CompanyValues;
  onChange: (values: CompanyValues) => void;
  duplicates: ReactNode;
}

export function NewCompanyFields({ values, onChange, duplicates }: NewCompanyFieldsProps) {
  const { t } = useTranslation('records');
  const [showsMore, setShowsMore] = useState(values.size !== null || values.tags.length > 0);
  const set = (part: Partial<CompanyValues>) => onChange({ ...values, ...part });
  return (
    <>
      <TextField name="name" label={t('fields.name')} value={values.name} onChange={(name) => set({ name })} maxLength={200} isRequired autoFocus />
      <div>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="domain" label={t('fields.domain')} value={values.domain} onChange={(domain) => set({ domain })} maxLength={253} placeholder="example.com" />
          <TextField name="phone" type="tel" label={t('fields.phone')} value={values.phone} onChange={(phone) => set({ phone })} maxLength={60} />
        </div>
        {duplicates}
      </div>
      <TextField name="industry" label={t('fields.industry')} value={values.industry} onChange={(industry) => set({ industry })} maxLength={120} />
      {showsMore ? (
        <>
          <Select name="size" label={t('fields.size')} emptyLabel="–" value={values.size} onChange={(size) => set({ size: size as CompanySize | null })} options={sizes.map((id) => ({ id, label: t(`size.${id}`) }))} />
          <OwnerPicker name="ownerId" label={t('fields.ownerId')} value={values.ownerId} onChange={(ownerId) => set({ ownerId })} />
          <TagsInput name="tags" label={t('fields.tags')} value={values.tags} onChange={(tags) => set({ tags })} />
        </>
      ) : <span><Button variant="ghost" size="sm" icon={ChevronDown} onPress={() => setShowsMore(true)}>{t('moreFields')}</Button></span>}
    </>
  );
}
