import { WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useIsWaiting } from '@/lib/connection/connection.js';

/** Says why nothing comes. It goes away by itself, as what was asked for comes by itself. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const isWaiting = useIsWaiting();
  return (
    <div role="status" className="pointer-events-none fixed inset-x-3 top-3 z-50 flex justify-center">
      {isWaiting && (
        <p className="flex animate-rise-in items-center gap-2.5 rounded-card bg-raised px-3.5 py-2.5 text-sm shadow-dialog">
          <WifiOff aria-hidden className="size-4 shrink-0 text-warning-ink" />
          {t('noConnection')}
        </p>
      )}
    </div>
  );
}
