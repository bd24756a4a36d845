import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';

/** Has the shape of what comes. Give it a size: <Skeleton className="h-4 w-40" />. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={classNames('block animate-pulse-soft rounded-sm bg-hover', className)} />;
}

const widths = ['w-2/5', 'w-3/5', 'w-1/3', 'w-1/2'];

/** Rows of a list that is on its way. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-9 items-center gap-3 border-b border-subtle px-4">
          <Skeleton className="size-5 rounded-full" />
          <Skeleton className={classNames('h-3', widths[index % widths.length])} />
          <Skeleton className="ms-auto h-3 w-20" />
        </div>
      ))}
    </div>
  );
}
