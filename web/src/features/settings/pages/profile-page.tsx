import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';

export function ProfilePage() {
  const { t } = useTranslation('settings');
  return <PageHeader title={t('profile.title')} />;
}
