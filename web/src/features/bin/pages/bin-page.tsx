import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';

export function BinPage() {
  const { t } = useTranslation('bin');
  return <PageHeader title={t('title')} />;
}
