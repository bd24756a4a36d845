import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Spinner } from '@/components/ui/spinner.js';

/** The end of what is loaded: more is coming, or it did not come. */
export function NextPage({ isFetching, hasFailed, onRetry, label }: { isFetching: boolean; hasFailed: boolean; onRetry: () => void; label: string }) {
  const { t } = useTranslation(['lists', 'common']);
  if (hasFailed && !isFetching) {
    return (
      <p role="alert" className="sticky start-0 flex items-center justify-center gap-3 p-3 text-sm text-muted">
        {t('moreFailed')}
        <Button size="sm" onPress={onRetry}>{t('common:tryAgain')}</Button>
      </p>
    );
  }
  if (!isFetching) return null;
  return <p className="sticky start-0 flex items-center justify-center gap-2 p-3 text-sm text-muted"><Spinner />{label}</p>;
}
