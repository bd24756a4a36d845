import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FlaskConical, UserRoundPlus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { Spinner } from '@/components/ui/spinner.js';
import { paths } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { openQuickAdd } from '@/lib/quick-add/quick-add.js';
import { currenciesQuery } from '@/lib/sales/currencies.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useSession } from '@/lib/session/session.js';
import { useLoadSampleData } from '../api/sample-data.js';

/** Two ways on for a workspace in which nobody is known yet; `otherwise` for every other one. */
export function FirstSteps({ otherwise }: { otherwise: ReactNode }) {
  const { t } = useTranslation('onboarding');
  const { user } = useSession();
  const mayWrite = usePermission('records.write');
  const mayLoad = usePermission('sample_data.manage');
  const load = useLoadSampleData();
  const { data, isPending } = useQuery({ queryKey: ['contact', 'any'], queryFn: ({ signal }) => api.get('/contacts', { query: { limit: 1 }, signal }) });
  if (isPending) return <SkeletonRows rows={3} />;
  if (!mayWrite || !data || data.items.length > 0) return otherwise;
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-2 px-4 py-12 md:py-20">
      <h2 className="text-2xl text-balance">{t('title', { name: user.name.split(' ')[0] ?? user.name })}</h2>
      <p className="text-base text-muted">{t('text')}</p>
      <div className="mt-4 grid gap-3 sm:grid-cols-2">
        <Way icon={UserRoundPlus} title={t('addContact')} text={t('addContactText')} onPress={() => openQuickAdd({ kind: 'contact' })} />
        {mayLoad && <Way icon={FlaskConical} title={load.isPending ? t('loading') : t('loadSample')} text={t('loadSampleText')} onPress={() => load.mutate()} isPending={load.isPending} />}
      </div>
      <OwnCurrency />
    </div>
  );
}

/** It follows from the country, which may be wrong, and is easiest changed while there are no amounts yet. */
function OwnCurrency() {
  const { t } = useTranslation('onboarding');
  const { t: common } = useTranslation();
  const { data } = useQuery(currenciesQuery);
  const mayChange = usePermission('settings.write');
  if (!data) return null;
  return (
    <p className="mt-3 text-sm text-muted">
      {t('currency', { currency: data.defaultCurrency })}{' '}
      {mayChange && <Link to={paths.currencies} className="rounded-sm font-medium text-accent-ink hover:underline">{common('change')}</Link>}
    </p>
  );
}

function Way({ icon: Icon, title, text, onPress, isPending = false }: { icon: LucideIcon; title: string; text: string; onPress: () => void; isPending?: boolean }) {
  return (
    <Button
      {...(isPending ? {} : { onPress })}
      className="flex flex-col items-start gap-1.5 rounded-card border border-strong bg-surface p-4 text-start transition-colors hover:border-accent hover:bg-hover"
    >
      <span className="mb-1 grid size-9 place-items-center rounded-control bg-accent-soft text-accent-ink">{isPending ? <Spinner /> : <Icon aria-hidden className="size-4.5" />}</span>
      <span className="text-base font-semibold">{title}</span>
      <span className="text-sm text-muted">{text}</span>
    </Button>
  );
}
