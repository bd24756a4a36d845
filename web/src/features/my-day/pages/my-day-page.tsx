import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { FirstSteps } from '@/features/onboarding/components/first-steps.js';

export function MyDayPage() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHeader title={t('nav.myDay')} />
      <FirstSteps />
    </>
  );
}
