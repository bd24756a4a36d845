import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';

export function CurrenciesPage() {
  const { t } = useTranslation('currencies');
  return <PageHeader title={t('title')} />;
}
