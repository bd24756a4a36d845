import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';

export function CompaniesPage() {
  const { t } = useTranslation('companies');
  return <PageHeader title={t('title')} />;
}
