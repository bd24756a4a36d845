import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { SettingsBody } from '@/components/settings-section.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { lostReasonsQuery } from '@/lib/sales/lost-reasons.js';
import { usePermission } from '@/lib/session/permissions.js';
import { LostReasonsForm } from '@/features/currencies/components/lost-reasons-form.js';

export function LostReasonsPage() {
  const { t } = useTranslation('currencies');
  const mayWrite = usePermission('settings.write');
  const { data, error, refetch } = useQuery(lostReasonsQuery);
  return (
    <>
      <PageHeader title={t('reasons.title')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={5} />}
      {data && (
        <SettingsBody>
          <p className="mt-5 text-base text-muted">{t('reasons.text')}</p>
          {!mayWrite && <p className="mt-2 text-sm text-muted">{t('readOnly')}</p>}
          <LostReasonsForm reasons={data} mayWrite={mayWrite} />
        </SettingsBody>
      )}
    </>
  );
}
