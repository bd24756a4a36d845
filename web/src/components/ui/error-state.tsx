import { SearchX, TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, OFFLINE } from '@/lib/api/api-error.js';
import { useErrorText } from '@/lib/use-error-text.js';
import { buttonClass } from './button-class.js';
import { EmptyState } from './empty-state.js';

/** What happened, the number to quote, and another try. A thing that is not there, or not ours to see, shows "Not found". */
export function ErrorState({ error, onRetry, back }: { error: unknown; onRetry?: () => void; back?: ReactNode }) {
  const { t } = useTranslation();
  const text = useErrorText();
  if (error instanceof ApiError && error.notFound) return <NotFoundState back={back} />;
  const offline = error instanceof ApiError && error.code === OFFLINE;
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <div role="alert" className="flex flex-1">
      <EmptyState icon={offline ? WifiOff : TriangleAlert} title={t('errorTitle')} action={onRetry && <button type="button" onClick={onRetry} className={buttonClass('primary')}>{t('tryAgain')}</button>}>
        {text(error)}
        {requestId && <span className="mt-2 block font-mono text-xs text-muted select-all">{requestId}</span>}
      </EmptyState>
    </div>
  );
}

/** The same for what does not exist and for what a person may not see. `back` is a link to somewhere that exists. */
export function NotFoundState({ back }: { back?: ReactNode }) {
  const { t } = useTranslation();
  return <EmptyState icon={SearchX} title={t('notFoundTitle')} action={back}>{t('notFoundText')}</EmptyState>;
}
