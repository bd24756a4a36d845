import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { SettingsBody } from '@/components/settings-section.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { currenciesQuery } from '@/lib/sales/currencies.js';
import { usePermission } from '@/lib/session/permissions.js';
import { CurrenciesForm } from '@/features/currencies/components/currencies-form.js';

export function CurrenciesPage() {
  const { t } = useTranslation('currencies');
  const mayWrite = usePermission('settings.write');
  const { data, error, refetch } = useQuery(currenciesQuery);
  return (
    <>
      <PageHeader title={t('title')} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={4} />}
      {data && (
        <SettingsBody>
          <p className="mt-5 text-base text-muted">{t('text')}</p>
          {!mayWrite && <p className="mt-2 text-sm text-muted">{t('readOnly')}</p>}
          <CurrenciesForm currencies={data} mayWrite={mayWrite} />
        </SettingsBody>
      )}
    </>
  );
}
