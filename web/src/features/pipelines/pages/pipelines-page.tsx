import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';

export function PipelinesPage() {
  const { t } = useTranslation('pipelines');
  return <PageHeader title={t('title')} />;
}
