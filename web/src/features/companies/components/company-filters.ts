import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterField } from '@/components/filters/filter-field.js';
import { countries } from '@/lib/records/address.js';
import { sizes } from '../company.js';

export function useCompanyFilters(): FilterField[] {
  const { t } = useTranslation('records');
  return useMemo(() => [
    { id: 'name', label: t('fields.name'), type: 'text', always: true },
    { id: 'domain', label: t('fields.domain'), type: 'text' },
    { id: 'industry', label: t('fields.industry'), type: 'text' },
    { id: 'size', label: t('fields.size'), type: 'choice', options: sizes.map((id) => ({ id, label: t(`size.${id}`) })) },
    { id: 'ownerId', label: t('fields.ownerId'), type: 'member' },
    { id: 'city', label: t('fields.city'), type: 'text' },
    { id: 'country', label: t('fields.country'), type: 'choice', options: countries() },
    { id: 'annualRevenue', label: t('fields.annualRevenue'), type: 'money' },
    { id: 'phone', label: t('fields.phone'), type: 'phone' },
    { id: 'tags', label: t('fields.tags'), type: 'tags' },
    { id: 'createdAt', label: t('fields.createdAt'), type: 'instant', always: true },
    { id: 'updatedAt', label: t('fields.updatedAt'), type: 'instant', always: true },
  ], [t]);
}
