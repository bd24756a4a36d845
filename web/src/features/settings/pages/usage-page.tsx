import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { SettingsBody } from '@/components/settings-section.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { usePermission } from '@/lib/session/permissions.js';
import { usageQuery } from '../api/usage.js';
import { QuotaBar } from '../components/quota-bar.js';

export function UsagePage() {
  const { t } = useTranslation('settings');
  const mayRead = usePermission('settings.write');
  const { data, error, refetch } = useQuery({ ...usageQuery, enabled: mayRead });
  return (
    <>
      <PageHeader title={t('usage.title')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {mayRead && !error && !data && <SkeletonRows rows={3} />}
      {!mayRead && <SettingsBody><p className="mt-5 text-base text-muted">{t('usage.forAdmins')}</p></SettingsBody>}
      {data && (
        <SettingsBody>
          <p className="mt-5 mb-3 text-base text-muted">{t('usage.text')}</p>
          {data.items.map((quota) => <QuotaBar key={quota.quota} {...quota} />)}
        </SettingsBody>
      )}
    </>
  );
}
