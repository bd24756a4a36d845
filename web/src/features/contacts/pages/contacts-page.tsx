import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';

export function ContactsPage() {
  const { t } = useTranslation('contacts');
  return <PageHeader title={t('title')} />;
}
