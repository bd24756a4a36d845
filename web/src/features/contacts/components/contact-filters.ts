import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterField } from '@/components/filters/filter-field.js';
import { countries } from '@/lib/records/address.js';
import { lifecycles } from '../contact.js';

export function useContactFilters(): FilterField[] {
  const { t } = useTranslation('records');
  return useMemo(() => [
    { id: 'name', label: t('fields.name'), type: 'text' },
    { id: 'email', label: t('fields.email'), type: 'text' },
    { id: 'phone', label: t('fields.phone'), type: 'phone' },
    { id: 'companyId', label: t('fields.companyId'), type: 'company' },
    { id: 'title', label: t('fields.title'), type: 'text' },
    { id: 'lifecycle', label: t('fields.lifecycle'), type: 'choice', options: lifecycles.map((id) => ({ id, label: t(`lifecycle.${id}`) })) },
    { id: 'ownerId', label: t('fields.ownerId'), type: 'member' },
    { id: 'tags', label: t('fields.tags'), type: 'tags' },
    { id: 'city', label: t('fields.city'), type: 'text' },
    { id: 'country', label: t('fields.country'), type: 'choice', options: countries() },
    { id: 'source', label: t('fields.source'), type: 'text' },
    { id: 'doNotContact', label: t('fields.doNotContact'), type: 'flag', always: true },
    { id: 'createdAt', label: t('fields.createdAt'), type: 'instant', always: true },
    { id: 'updatedAt', label: t('fields.updatedAt'), type: 'instant', always: true },
  ], [t]);
}
