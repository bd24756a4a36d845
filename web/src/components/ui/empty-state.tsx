import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** A strip above what is there though it is empty, such as the stages of a board. */
  isBrief?: boolean;
}

/** An icon, one sentence, one verb. */
export function EmptyState({ icon: Icon, title, children, action, isBrief = false }: EmptyStateProps) {
  const sign = <span className="grid size-11 shrink-0 place-items-center rounded-card border border-subtle bg-surface text-muted"><Icon aria-hidden className="size-5" /></span>;
  if (isBrief) {
    return (
      <div className="flex shrink-0 flex-wrap items-center gap-3 border-b border-subtle px-4 py-3">
        {sign}
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-base">{title}</h2>
          {children && <p className="text-sm text-muted">{children}</p>}
        </div>
        {action}
      </div>
    );
  }
  return (
    <div className="grid flex-1 place-items-center px-6 py-16">
      <div className="flex max-w-sm flex-col items-center gap-3 text-center">
        {sign}
        <h2 className="text-lg text-balance">{title}</h2>
        {children && <p className="text-base text-balance text-muted">{children}</p>}
        {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
      </div>
    </div>
  );
}
