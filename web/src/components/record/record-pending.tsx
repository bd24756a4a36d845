import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/components/ui/button-class.js';
import { ErrorState, NotFoundState } from '@/components/ui/error-state.js';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton.js';
import { ApiError } from '@/lib/api/api-error.js';

/** Before a record is there, or instead of it. */
export function RecordPending({ error, onRetry, back }: { error: unknown; onRetry: () => void; back: { path: string; label: string } }) {
  // An address that cannot be one of a record leads nowhere either.
  if (error instanceof ApiError && error.status === 400) return <NotFoundState back={<BackLink {...back} />} />;
  if (error) return <ErrorState error={error} onRetry={onRetry} back={<BackLink {...back} />} />;
  return (
    <div className="flex-1">
      <div className="flex h-14 items-center gap-3 border-b border-subtle px-4"><Skeleton className="size-9 rounded-full" /><Skeleton className="h-4 w-44" /></div>
      <SkeletonRows rows={7} />
    </div>
  );
}

function BackLink({ path, label }: { path: string; label: string }) {
  const { t } = useTranslation('records');
  return <Link to={path} className={buttonClass('primary')}>{t('backTo', { place: label })}</Link>;
}
