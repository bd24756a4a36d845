import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** An icon, one sentence, one verb. */
export function EmptyState({ icon: Icon, title, children, action }: { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid flex-1 place-items-center px-6 py-16">
      <div className="flex max-w-sm flex-col items-center gap-3 text-center">
        <span className="grid size-11 place-items-center rounded-card border border-subtle bg-surface text-muted"><Icon aria-hidden className="size-5" /></span>
        <h2 className="text-lg text-balance">{title}</h2>
        {children && <p className="text-base text-balance text-muted">{children}</p>}
        {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
      </div>
    </div>
  );
}
